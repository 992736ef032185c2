import { addDays, formatDay } from '@/lib/kernel/zone'
import { holdUndo, nextHoliday, planWeekly } from './support/acts'
import { statusesOf } from './support/elsewhere'
import { expect, test } from './support/journey'

const holiday = nextHoliday()
const [first, last] = [addDays(holiday, -7), addDays(holiday, 7)]

test('a series over a holiday shows the date that does not fit, books the others, moves and cancels them together', async ({
  page,
  owner,
}) => {
  await page.goto(`/bugun?gun=${first}`)
  await planWeekly(page, 'Ayşe Kaya')

  await expect(page.getByText('3 tarihin 2 tanesi yazılacak, saat 14:00.')).toBeVisible()
  const closed = page.getByRole('checkbox', { name: new RegExp(formatDay(holiday)) })
  await expect(closed).not.toBeChecked()
  await page.getByRole('button', { name: '2 randevuyu kaydet' }).click()
  await expect(page.getByText('2 randevu eklendi')).toBeVisible()

  const at = (time: string) => page.getByRole('button', { name: `${time} Ayşe Kaya` })
  await expect(at('14:00')).toBeVisible()
  await page.goto(`/bugun?gun=${holiday}`)
  await expect(page.getByRole('list', { name: 'Günün notları' })).toContainText('kapalı')
  await expect(at('14:00')).toBeHidden()

  await page.goto(`/bugun?gun=${first}`)
  await at('14:00').click()
  await expect(page.getByText('Tekrarlanan randevu: 2 tarihin 1. olanı')).toBeVisible()
  await page.getByRole('button', { name: 'Taşı' }).click()
  await page.getByRole('button', { name: '15:00', exact: true }).click()
  await page.getByText('Hepsi (2)').click()
  await page.getByRole('button', { name: '2 randevuyu taşı' }).click()
  await expect(at('15:00')).toBeVisible()
  await page.goto(`/bugun?gun=${last}`)
  await expect(at('15:00')).toBeVisible()

  await at('15:00').click()
  await page.getByRole('button', { name: 'İptal et' }).click()
  await page.getByText('Hepsi (2)').click()
  await page.getByRole('dialog').getByRole('button', { name: 'İptal et' }).click()
  await holdUndo(page)
  await expect(at('15:00')).toBeHidden()
  await expect.poll(() => statusesOf(owner)).toEqual(['cancelled', 'cancelled'])
  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(at('15:00')).toBeVisible()
  await expect.poll(() => statusesOf(owner)).toEqual(['confirmed', 'confirmed'])
})
