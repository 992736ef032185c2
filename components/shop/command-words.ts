import { type HolidayName, holidayWords } from '@/lib/appointments/holidays'
import { grossOf } from '@/lib/cash/sale'
import { formatMoney } from '@/lib/kernel/money'
import { type Day, formatDay } from '@/lib/kernel/zone'
import type { Rejection } from '@/lib/sync/protocol'

/** What a command did, as the person who did it would say it. Unknown names come from an older build of this app. */
export const commandWords = (name: string, args: unknown): string => words[name]?.(args as never) ?? 'Kayıt'

const words: Record<string, (args: never) => string> = {
  'customers.add@1': (args: { name: string }) => `Yeni müşteri: ${args.name}`,
  'customers.edit@1': (args: { name?: string }) =>
    args.name ? `Müşteri düzenlendi: ${args.name}` : 'Müşteri düzenlendi',
  'customers.archive@1': (args: Archived) => (args.archived ? 'Müşteri arşive kaldırıldı' : 'Müşteri arşivden alındı'),
  'customers.merge@1': (args: { name: string }) => `İki kayıt birleştirildi: ${args.name}`,
  'customers.import@1': (args: { created: []; merged: [] }) =>
    `Listeden ${args.created.length + args.merged.length} müşteri`,
  'customers.undo-import@1': () => 'Liste aktarımı geri alındı',
  'staff.save@1': (args: { name: string }) => `Çalışan: ${args.name}`,
  'staff.archive@1': (args: Archived) => (args.archived ? 'Çalışan arşive kaldırıldı' : 'Çalışan arşivden alındı'),
  'staff.set-share@1': () => 'Çalışanın hakedişi',
  'services.save@1': (args: { name: string }) => `Hizmet: ${args.name}`,
  'services.archive@1': (args: Archived) => (args.archived ? 'Hizmet arşive kaldırıldı' : 'Hizmet arşivden alındı'),
  'services.arrange@1': () => 'Hizmetlerin sırası',
  'staff.set-service@1': () => 'Çalışanın yaptığı iş',
  'hours.set@1': () => 'Çalışma saatleri',
  'hours.set-special@1': (args: { day: Day }) => `Farklı saatler: ${formatDay(args.day)}`,
  'hours.add-time-off@1': (args: { staffId: string | null }) => (args.staffId ? 'İzin' : 'Kapalı gün'),
  'hours.remove-time-off@1': () => 'İzin ya da kapalı gün kaldırıldı',
  'hours.set-holiday@1': (args: { holiday: HolidayName }) => `Tatil: ${holidayWords[args.holiday]}`,
  'booking.set-rules@1': () => 'Randevu kuralları',
  'appointments.book@1': () => 'Yeni randevu',
  'appointments.move@1': () => 'Randevu taşındı',
  'appointments.book@2': (args: { status: string }) => bookedWords[args.status] ?? 'Yeni randevu',
  'appointments.move@2': () => 'Randevu taşındı',
  'appointments.take-back@1': () => 'Yazılan randevu geri alındı',
  'links.share@1': () => 'Randevu bağlantısı',
  'queue.add@1': () => 'Sıraya eklendi',
  'queue.leave@1': (args: { left: boolean }) => (args.left ? 'Sıradan çıktı' : 'Sıraya geri alındı'),
  'waiting.add@1': () => 'Bekleme listesine yazıldı',
  'waiting.end@1': (args: { ended: boolean }) =>
    args.ended ? 'Bekleme listesinden çıktı' : 'Bekleme listesine geri alındı',
  'appointments.set-status@1': (args: { status: string }) => statusWords[args.status] ?? 'Randevu değişti',
  'messages.set-rules@1': () => 'Mesaj ayarları',
  'messages.settle@1': (args: { outcome: string }) =>
    args.outcome === 'sent' ? 'Mesaj gönderildi' : 'Mesaja gerek yok',
  'messages.statement@1': () => 'Hesap özeti',
  'messages.set-block@1': (args: { wanted: boolean }) =>
    args.wanted ? 'Müşteri yeniden mesaj istiyor' : 'Müşteri mesaj istemiyor',
  'messages.handle@1': () => 'Müşterinin yazdığı okundu',
  'cash.sell@1': (args: { lines: Parameters<typeof grossOf>[0][] }) =>
    `Satış: ${formatMoney(args.lines.reduce((sum, line) => sum + grossOf(line), 0))}`,
  'cash.refund@1': (args: { amount: number }) => `İade: ${formatMoney(args.amount)}`,
  'cash.transfer@1': (args: { amount: number }) => `Kasa: ${formatMoney(args.amount)}`,
  'cash.reverse@1': () => 'Kasa kaydı geri alındı',
  'cash.spend@1': (args: { amount: number }) => `Gider: ${formatMoney(args.amount)}`,
  'cash.close-day@1': (args: { day: Day; counted: number }) =>
    `Gün sonu: ${formatDay(args.day)}, sayılan ${formatMoney(args.counted)}`,
  'cash.open-debts@1': (args: { debts: [] }) => `Listeden ${args.debts.length} veresiye borcu`,
  'cash.set-limit@1': () => 'Veresiye sınırı',
}

interface Archived {
  archived: boolean
}

const bookedWords: Record<string, string> = {
  held: 'Boş saat teklif edildi',
  arrived: 'Sıradan oturdu',
}

const statusWords: Record<string, string> = {
  held: 'Teklif yeniden açıldı',
  requested: 'Onay geri alındı',
  confirmed: 'Randevu onaylandı',
  arrived: 'Müşteri geldi',
  done: 'Randevu bitti',
  'no-show': 'Müşteri gelmedi',
  cancelled: 'Randevu iptal edildi',
}

/** Why a command did not take effect, and what can be done. */
export const rejectionSentences: Record<Rejection, string> = {
  'slot-taken': 'Bu saat bu arada doldu. Başka bir saat seçin.',
  'not-open': 'Randevu bu arada bitmiş ya da iptal edilmiş.',
  missing: 'Bağlı olduğu kayıt artık yok.',
  exists: 'Bu kayıt zaten var.',
  'too-much': 'Bu satıştan alınandan fazlası iade edilemez.',
  'day-closed': 'O gün kapatılmış; kapanan gün değişmez. Düzeltmeyi açık güne yazın.',
  undone: 'Bu aktarım geri alınmış.',
  forbidden: 'Bunu yapmaya yetkiniz yok. Dükkân sahibine sorun.',
  'future-dated': 'Telefonunuzun saati ileri. Saati düzeltip yeniden deneyin.',
  'past-dated': 'Telefonunuzun tarihi yanlış, çok geride. Düzeltip yeniden deneyin.',
  malformed: 'Kayıtta eksik ya da geçersiz bir bilgi var.',
  'unknown-command': 'Uygulamanın bu sürümü eskidi. Sayfayı yenileyip yeniden deneyin.',
  failed: 'Bizden kaynaklanan bir sorun oldu. Yeniden deneyin.',
}
