import { addCustomer, keptOffline, openShop } from './support/acts'
import { expect, newOwner, test } from './support/journey'

test('a new version waits until it is asked for, and what was not yet sent is still there after', async ({
  browser,
  line,
  watch,
}) => {
  const context = await browser.newContext({ baseURL: line.url })
  watch(context)
  const page = await context.newPage()
  await openShop(page, newOwner())
  await keptOffline(page)
  line.cut('/api/sync')
  await addCustomer(page, 'Elif Ünal', '0532 565 65 65')

  line.deploy()
  await page.reload()
  const ask = page.getByRole('button', { name: 'Yeni sürüm hazır — yenile' })
  await expect(ask).toBeVisible()
  const before = await page.evaluate(() => performance.timeOrigin)
  await ask.click()
  await page.waitForFunction(then => performance.timeOrigin !== then, before)
  await expect(ask).toBeHidden()
  await expect(page.getByText('Elif Ünal')).toBeVisible()
  await expect(page.getByText(/1 kayıt telefonda/)).toBeVisible()

  line.mend()
  await page.reload()
  await expect(page.getByText('Elif Ünal')).toBeVisible()
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toBeHidden()
  await context.close()
})
