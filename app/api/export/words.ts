import type { PeriodRefusal } from '@/lib/accounting/period'

/** What is said to a period that is none. */
export const periodSentences: Record<PeriodRefusal, string> = {
  'not-a-day': 'İlk ve son günü seçin.',
  'end-before-start': 'Son gün ilk günden önce olamaz.',
  'too-long': 'Bir seferde en çok bir yıl alınır. Daha uzun bir süreyi yıl yıl alın.',
  'too-early': '2000 yılından önce kayıt olmaz.',
  'not-yet': 'Bu dönem daha başlamadı.',
}

export const NOT_YOURS = 'Bu dükkânın muhasebesini yalnızca sahibi ve muhasebecisi alabilir.'
export const NOT_REACHED = 'Şu an bağlanamadık. Biraz sonra yeniden deneyin.'
export const LOG_IN_FIRST = 'Önce giriş yapın.'
export const NO_SUCH_FILE = 'Böyle bir dosya yok.'
