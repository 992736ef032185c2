/** Why a whole file is not taken; what the owner reads then, and what to do about it. */
export const REFUSALS = {
  empty: 'Bu dosyada kimse yok. Başka bir dosya seçin.',
  'too-large': 'Dosya çok büyük. En fazla 20 MB olabilir.',
  'too-large-inside':
    'Bu dosya açılınca çok büyüyor, güvenli değil. Listeyi yeni bir Excel dosyasına kopyalayıp onu seçin.',
  'not-a-list': 'Bu dosya bir müşteri listesi değil. Excel, CSV ya da rehber (.vcf) dosyası seçin.',
  'web-page': 'Bu dosya Excel gibi görünse de bir web sayfası. Excel’de açıp “.xlsx” olarak kaydedin, sonra onu seçin.',
  encrypted: 'Dosya şifreli. Şifresini kaldırıp yeniden seçin.',
  damaged: 'Dosya bozuk ya da eksik inmiş. Yeniden indirip seçin.',
  'too-many-columns': 'Listede 200’den çok sütun var. Gereksiz sütunları silip yeniden seçin.',
  'too-many-rows': 'Listede 20.000’den çok satır var. Dosyayı bölüp parça parça alın.',
  'too-slow': 'Dosyanın okunması çok uzun sürdü. Dosyayı küçültüp yeniden deneyin.',
  stopped: 'Okuma yarıda kaldı. Yeniden deneyin; yine olmazsa dosyayı bölün.',
  'no-contacts': 'Bu tarayıcı rehberi açamıyor. Rehberinizi .vcf dosyası olarak kaydedip onu seçin.',
} as const satisfies Record<string, string>

export type RefusalReason = keyof typeof REFUSALS

/** Why one row of a good file is left out. */
export const ROW_REFUSALS = {
  nobody: 'Adı da telefonu da yok.',
  'name-too-long': 'Adı 120 harften uzun.',
} as const satisfies Record<string, string>

export type RowRefusal = keyof typeof ROW_REFUSALS

/** What the owner should know of a row that is taken. */
export const ROW_WARNINGS = {
  'phone-unreadable': 'Telefon okunamadı, nota yazıldı.',
  'phone-doubtful': 'Telefon yanlış olabilir.',
  'too-many-phones': 'Bir müşteride en fazla 5 telefon tutulur.',
  'phone-elsewhere': 'Telefonlardan biri başka bir müşterinin, o alınmadı.',
  'email-unreadable': 'E-posta okunamadı, nota yazıldı.',
  'debt-unreadable': 'Borç okunamadı, nota yazıldı.',
  'debt-known': 'Veresiye defterinde borcu var, listedeki alınmadı.',
  'debt-twice': 'Aynı kişinin ikinci borcu alınmadı.',
  'note-cut': 'Not 2.000 harfte kesildi.',
  'name-differs': 'Aynı telefon başka bir adla kayıtlı, eski ad kaldı.',
  'email-differs': 'Kayıtlı e-posta farklı, eskisi kaldı.',
  'note-differs': 'Kayıtlı not farklı, eskisi kaldı.',
} as const satisfies Record<string, string>

export type RowWarning = keyof typeof ROW_WARNINGS

/** The warnings that hold, in the order of their list. */
export function warningsWhere(holds: Partial<Record<RowWarning, boolean>>): RowWarning[] {
  return (Object.keys(holds) as RowWarning[]).filter(warning => holds[warning])
}
