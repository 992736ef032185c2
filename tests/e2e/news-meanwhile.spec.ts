import type { Page } from '@playwright/test'
import { addCustomer, delivered, enterShop, openMenu } from './support/acts'
import { expect, test } from './support/journey'

// What arrives while somebody has a form open: it belongs in what he sees, and never undoes what he or the other has done.

/** Asks for news, as a phone does whose network has come back, until it is seen. */
const newsArrives = (page: Page, seen: () => Promise<void>) =>
  expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await seen()
  }).toPass()
const SOON = { timeout: 2_000 }

const openCard = async (page: Page, name: string) => {
  await openMenu(page, 'Müşteriler')
  await page.getByRole('link', { name, exact: false }).last().click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Kaydet' }).click()

test('a note added to a customer does not take back the number a colleague has corrected meanwhile', async ({
  page,
  owner,
  newPhone,
}) => {
  await addCustomer(page, 'Hasan Koç', '0532 777 88 99')
  await delivered(page)
  const tablet = await newPhone()
  await enterShop(tablet, owner)
  await openCard(tablet, 'Hasan Koç')
  await openCard(page, 'Hasan Koç')
  await page.getByRole('button', { name: 'Not ekle' }).click()
  await page.getByLabel('Not').fill('Çayı demli')

  await tablet.getByRole('button', { name: 'Düzenle' }).click()
  await tablet.getByLabel('Telefon', { exact: true }).fill('0533 111 22 33')
  await save(tablet)
  await newsArrives(page, () => expect(page.getByText('0533 111 22 33')).toBeAttached(SOON))

  await save(page)
  await expect(page.getByText('Çayı demli')).toBeVisible()
  await expect(page.getByText('0533 111 22 33')).toBeVisible()
  await newsArrives(tablet, () => expect(tablet.getByText('Çayı demli')).toBeVisible(SOON))
  await expect(tablet.getByText('0533 111 22 33')).toBeVisible()
})

test('two cards become one though a colleague changes one of them while the question is open', async ({
  page,
  owner,
  newPhone,
}) => {
  await addCustomer(page, 'Ayşe Kılıç', '0532 121 21 21')
  await addCustomer(page, 'Ayşe Yılmaz', '0532 121 21 21')
  await delivered(page)
  const tablet = await newPhone()
  await enterShop(tablet, owner)
  await openCard(tablet, 'Ayşe Yılmaz')
  await openCard(page, 'Ayşe Yılmaz')
  await page.getByRole('button', { name: 'Birleştir' }).click()
  const sheet = page.getByRole('dialog', { name: 'Hangi kart kalsın?' })

  await tablet.getByRole('button', { name: 'Not ekle' }).click()
  await tablet.getByLabel('Not').fill('Çayı demli')
  await save(tablet)
  await newsArrives(page, () => expect(sheet.getByLabel('Not')).toHaveValue('Çayı demli', SOON))
  await expect(sheet.getByRole('radio', { name: 'Ayşe Yılmaz' })).toBeChecked()

  await sheet.getByRole('button', { name: 'Birleştir' }).click()
  await expect(page.getByText('Ayşe Yılmaz tek kart oldu')).toBeVisible()
  await openMenu(page, 'Müşteriler')
  await expect(page.getByText('1 kişi', { exact: true })).toBeVisible()
})

test.describe('with the line slow', () => {
  // Registering a worker that is blocked answers with none.
  test.use({ serviceWorkers: 'block', expectedErrors: /reading 'installing'/ })

  test('a number is not put back to what it was when its field was last left', async ({ page, owner: _ }) => {
    await openMenu(page, 'Müşteriler')
    await page.getByRole('button', { name: 'İlk müşterinizi ekleyin' }).click()
    const phone = page.getByLabel('Telefon', { exact: true })
    await phone.fill('0532 777 88 9')

    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    await page.route('**/chunks/*.js', async route => {
      await held
      await route.continue()
    })
    const numberingPlan = page.waitForRequest('**/chunks/*.js')
    await page.getByLabel('Ad soyad').fill('Hasan Koç')
    const request = await numberingPlan
    await phone.fill('0532 777 88 99')
    release()
    await (await request.response())!.finished()
    // Its code runs, and whoever waited for it goes on, before the next picture.
    await page.evaluate(() => new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown))))
    await expect(phone).toHaveValue('0532 777 88 99')
    await expect(page.getByText('Bu numara eksik ya da fazla.')).toBeHidden()

    await save(page)
    await expect(page.getByText('Hasan Koç eklendi')).toBeVisible()
  })
})
