import type { Appointment, Service } from '@/lib/appointments/appointment'
import type { Transfer } from '@/lib/cash/transfer'
import type { Customer } from '@/lib/customers/customer'
import { type Cell, textCell } from '@/lib/files/cell'
import type { Sheet } from '@/lib/files/workbook'
import { formatPhone } from '@/lib/kernel/phone-format'
import { dayOf, formatTime } from '@/lib/kernel/zone'
import type { Names } from './names'

type Rows<T> = () => AsyncIterable<T>

const statuses: Record<Appointment['status'], string> = {
  held: 'tutuluyor',
  requested: 'istek',
  confirmed: 'onaylı',
  arrived: 'geldi',
  done: 'bitti',
  'no-show': 'gelmedi',
  cancelled: 'iptal',
  lapsed: 'süresi doldu',
}

const widths = (...columns: [title: string, width: number][]) => columns.map(([title, width]) => ({ title, width }))

async function* cellsOf<T>(rows: Rows<T>, cells: (row: T) => Cell[] | null): AsyncGenerator<Cell[]> {
  for await (const row of rows()) {
    const line = cells(row)
    if (line) yield line
  }
}

const money = (kurus: number | null): Cell => (kurus === null ? null : { kurus })

export const customerSheet = (rows: Rows<Customer & { deletedAt?: string | null }>): Sheet => ({
  name: 'Müşteriler',
  columns: widths(['Ad', 28], ['Telefonlar', 34], ['E-posta', 28], ['Not', 40], ['Arşivde', 10]),
  rows: cellsOf(rows, ({ name, phones, email, note, archivedAt, deletedAt }) =>
    deletedAt
      ? null
      : [
          textCell(name),
          textCell((phones ?? []).map(formatPhone).join(', ')),
          textCell(email),
          textCell(note),
          textCell(archivedAt && 'evet'),
        ],
  ),
})

export const appointmentSheet = (
  rows: Rows<Appointment & { deletedAt?: string | null }>,
  names: Names,
  zone: string,
): Sheet => ({
  name: 'Randevular',
  columns: widths(
    ['Gün', 12],
    ['Saat', 8],
    ['Bitiş', 8],
    ['Müşteri', 28],
    ['Hizmet', 22],
    ['Çalışan', 18],
    ['Fiyat', 12],
    ['Durum', 12],
    ['Not', 40],
  ),
  rows: cellsOf(rows, one =>
    one.deletedAt
      ? null
      : [
          { day: dayOf(one.startsAt, zone) },
          { text: formatTime(one.startsAt, zone) },
          { text: formatTime(one.endsAt, zone) },
          textCell(one.customerId && names.customers.get(one.customerId)),
          textCell(names.services.get(one.serviceId)),
          textCell(names.staff.get(one.staffId)),
          money(one.price),
          { text: statuses[one.status] },
          textCell(one.note),
        ],
  ),
})

export const moneySheet = (rows: Rows<Transfer>, names: Names, zone: string): Sheet => ({
  name: 'Kasa',
  columns: widths(
    ['Gün', 12],
    ['Saat', 8],
    ['Hesaptan', 22],
    ['Hesaba', 22],
    ['Tutar', 14],
    ['KDV', 12],
    ['Not', 40],
    ['Geri alınan', 38],
    ['Kayıt no', 38],
  ),
  rows: cellsOf(rows, ({ id, eventAt, fromAccountId, toAccountId, amount, kdv, note, reversesId }) => [
    { day: dayOf(eventAt, zone) },
    { text: formatTime(eventAt, zone) },
    textCell(names.accounts.get(fromAccountId)),
    textCell(names.accounts.get(toAccountId)),
    money(amount),
    money(kdv),
    textCell(note),
    textCell(reversesId),
    { text: id },
  ]),
})

export const serviceSheet = (rows: Rows<Service>): Sheet => ({
  name: 'Hizmetler',
  columns: widths(['Hizmet', 26], ['Dakika', 10], ['Fiyat', 12], ['Arşivde', 10]),
  rows: cellsOf(rows, ({ name, minutes, price, archivedAt }) => [
    { text: name },
    { number: minutes },
    money(price),
    textCell(archivedAt && 'evet'),
  ]),
})
