import { enterShop, keptOffline } from './support/acts'
import { expect, test } from './support/journey'

test('two owners’ phones set different rules without a network, and both hold', async ({ page, owner, newPhone }) => {
  const other = await newPhone()
  await enterShop(other, owner)
  for (const phone of [page, other]) {
    await phone.goto('/ayarlar/kurallar')
    await expect(phone.getByRole('button', { name: 'En geç ne zaman alınabilir? 1 saat önce' })).toBeVisible()
    await keptOffline(phone)
    await phone.context().setOffline(true)
  }
  await page.getByRole('button', { name: 'En geç ne zaman alınabilir?' }).click()
  await page.getByRole('button', { name: '1 gün önce' }).click()
  await expect(page.getByRole('button', { name: 'En geç ne zaman alınabilir? 1 gün önce' })).toBeVisible()
  await expect(page.getByRole('main').getByLabel('gönderilmeyi bekliyor')).toBeVisible()

  await other.getByRole('button', { name: 'Kimin randevusu onayınızı beklesin?' }).click()
  await other.getByRole('button', { name: 'Telefonu tanınmayanlarınki' }).click()
  await other.getByRole('button', { name: 'Kaç kez gelmeyen müşteri sınırlansın?' }).click()
  await other.getByRole('button', { name: 'Hiç kimse' }).click()
  await expect(other.getByText('O müşteri yeniden randevu alırsa?')).toBeHidden()
  await other.getByRole('switch').click()
  await expect(other.getByRole('switch')).not.toBeChecked()

  for (const phone of [page, other]) {
    await phone.context().setOffline(false)
    await expect(phone.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)
  }
  await page.reload()
  for (const phone of [page, other]) {
    await expect(phone.getByRole('button', { name: 'En geç ne zaman alınabilir? 1 gün önce' })).toBeVisible()
    await expect(phone.getByText('Telefonu tanınmayanlarınki')).toBeVisible()
    await expect(phone.getByText('Hiç kimse')).toBeVisible()
    await expect(phone.getByRole('switch')).not.toBeChecked()
  }
})
