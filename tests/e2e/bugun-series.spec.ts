import { holidaysOf, isHalfDay } from '@/lib/appointments/holidays'
import { addDays, type Day, formatDay, weekdayOf } from '@/lib/kernel/zone'
import { shopToday } from './support/acts'
import { statusesOf } from './support/elsewhere'
import { expect, test } from './support/journey'

/** The next day on which a new shop would be open and a holiday closes it, with a week before it from tomorrow on and a plain one after. */
function nextHoliday(): Day {
  const closes = (day: Day) => holidaysOf(day).some(holiday => !isHalfDay(holiday))
  for (let day = addDays(shopToday(), 8); ; day = addDays(day, 1)) {
    const plain = [addDays(day, -7), addDays(day, 7)].every(other => holidaysOf(other).length === 0)
    if (closes(day) && weekdayOf(day) !== 7 && plain) return day
  }
}
const holiday = nextHoliday()
const [first, last] = [addDays(holiday, -7), addDays(holiday, 7)]

test('a series over a holiday shows the date that does not fit, books the others, moves and cancels them together', async ({
  page,
  owner,
}) => {
  await page.goto(`/bugun?gun=${first}`)
  await page.getByRole('button', { name: 'İlk randevuyu ekle' }).click()
  await page.getByRole('searchbox').fill('Ayşe Kaya')
  await page.getByRole('button', { name: 'Yeni: Ayşe Kaya' }).click()
  await page.getByRole('button', { name: 'Birkaç hizmet ya da tekrar' }).click()
  await page.getByLabel('Hizmet', { exact: true }).selectOption('Saç')
  await page.getByLabel('Tekrarla').selectOption('Her hafta')
  await page.getByLabel('Kaç kez?').fill('3')
  await page.getByRole('button', { name: 'Saat seç' }).click()
  await page.getByRole('button', { name: '14:00', exact: true }).click()

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
  await expect(at('15:00')).toBeHidden()
  await expect.poll(() => statusesOf(owner)).toEqual(['cancelled', 'cancelled'])
  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(at('15:00')).toBeVisible()
  await expect.poll(() => statusesOf(owner)).toEqual(['confirmed', 'confirmed'])
})
