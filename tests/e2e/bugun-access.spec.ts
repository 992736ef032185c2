import { addChair, addCustomer, book, nextOpenDay, openMenu } from './support/acts'
import { askForAll, statusesOf } from './support/elsewhere'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'

const day = nextOpenDay()

test('axe finds nothing serious on Bugün at its fullest, nor in its sheets', async ({ page, owner }) => {
  test.slow()
  await addChair(page, 'Kemal')
  await addCustomer(page, 'Ayşe Kaya', '0532 111 11 11')
  await page.getByRole('link', { name: 'Ayşe Kaya' }).click()
  await page.getByRole('button', { name: 'Beklemeye yaz' }).click()
  await page.getByLabel('Hizmet').selectOption('Saç')
  await expectNothingSerious(page, 'the waiting list')
  await page.getByRole('dialog').getByRole('button', { name: 'Beklemeye yaz' }).click()
  await page.getByRole('button', { name: 'Geri', exact: true }).click()

  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Fatma Demir', at: '10:00' })
  await expect.poll(() => statusesOf(owner)).toHaveLength(1)
  await askForAll(owner)
  await page.goto('/bugun')
  await page.getByRole('button', { name: 'Sıraya ekle' }).click()
  await expectNothingSerious(page, 'adding to the queue')
  await page.getByRole('button', { name: 'Saç 30 dk' }).click()
  await expect(page.getByText('1 onay bekliyor')).toBeVisible()
  await expect(page.getByText('Bekleyenler: Ayşe Kaya')).toBeVisible()
  await expectNothingSerious(page, 'cards')

  await page.getByRole('region', { name: 'Sıra', exact: true }).getByRole('button').click()
  await expectNothingSerious(page, 'somebody in the queue')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Reddet' }).click()
  await expectNothingSerious(page, 'turning down')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /takvim$/ }).click()
  await expect(page.getByRole('button', { name: /dolu$/ }).first()).toBeVisible()
  await expectNothingSerious(page, 'the month')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Randevu ekle', exact: true }).click()
  await page.getByRole('button', { name: 'İsimsiz' }).click()
  await page.getByRole('button', { name: 'Birkaç hizmet ya da tekrar' }).click()
  await page.getByLabel('Hizmet', { exact: true }).selectOption('Saç')
  await page.getByLabel('Tekrarla').selectOption('Her hafta')
  await expectNothingSerious(page, 'several services')
  await page.getByRole('button', { name: 'Saat seç' }).click()
  await page.getByLabel('Tam saat').fill('21:00')
  // As late as this runs, that hour may have gone by.
  await expect(page.getByText(/Çalışma saatleri dışında|Bu saat geçti/)).toBeVisible()
  await page.getByRole('button', { name: 'Bu saate yaz' }).click()
  await expect(page.getByText('10 tarihin 1 tanesi yazılacak')).toBeVisible()
  await expectNothingSerious(page, 'the dates of a series')
  await page.keyboard.press('Escape')

  await page.setViewportSize({ width: 1280, height: 900 })
  await openMenu(page, 'Bugün')
  await expect(page.getByRole('region', { name: 'Kemal' })).toBeVisible()
  await expectNothingSerious(page, 'columns')
})
