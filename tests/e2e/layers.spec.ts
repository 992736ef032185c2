import type { Page } from '@playwright/test'
import { addDays, formatDay } from '@/lib/kernel/zone'
import { book, openMenu, shopToday } from './support/acts'
import { expect, test } from './support/journey'

// What lies over a page closes with the phone's back gesture, and is never in the way of what is tapped next.

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name })

test('a day picked from the month is shown, and a step back leads to the day before it', async ({ page, owner: _ }) => {
  const day = `${addDays(`${shopToday().slice(0, 7)}-01`, 31).slice(0, 7)}-15`
  await page.getByRole('button', { name: /takvim$/ }).click()
  await page.getByRole('button', { name: 'Sonraki ay' }).click()
  await page.getByRole('button', { name: new RegExp(`^${formatDay(day)}: `) }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page).toHaveURL(`/bugun?gun=${day}`)
  await page.getByRole('button', { name: 'İlk randevuyu ekle' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page).toHaveURL(`/bugun?gun=${day}`)
  await page.goBack()
  await expect(page).toHaveURL('/bugun')
})

test('one sheet gives way to another, as often as one likes', async ({ page, owner: _ }) => {
  await book(page, { who: 'Şükrü Yıldırım', at: '00:00' })
  for (let i = 0; i < 3; i++) {
    await page.getByRole('button', { name: '00:00 Şükrü Yıldırım' }).last().click()
    await page.getByRole('button', { name: 'Taşı' }).click()
    await expect(sheet(page, 'Ne zamana taşınsın?')).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page).toHaveURL('/bugun')
  }
})

test('on a slow phone a sheet follows a sheet, and a menu a sheet, as they were tapped', async ({ page, owner: _ }) => {
  await book(page, { who: 'Şükrü Yıldırım', at: '00:00' })
  // The browser of a slow phone: a step back arrives a while after it was asked for.
  await page.evaluate(() => {
    const back = history.back.bind(history)
    history.back = () => void setTimeout(back, 500)
    addEventListener('popstate', () => document.body.setAttribute('data-went-back', ''))
  })
  const visit = page.getByRole('button', { name: '00:00 Şükrü Yıldırım' }).last()
  await visit.click()
  await page.getByRole('button', { name: 'Bitti, parayı al' }).last().click()
  await expect(page.locator('body[data-went-back]')).toBeVisible()
  await expect(sheet(page, 'Parayı al')).toBeVisible()
  await page.goBack()
  await expect(sheet(page, 'Parayı al')).toBeHidden()
  await expect(page).toHaveURL('/bugun')

  await visit.click()
  await page.getByRole('button', { name: 'Kapat' }).click()
  await openMenu(page, 'Kasa')
  await expect(page.getByRole('button', { name: 'Gelir' })).toBeVisible()
  await expect(page).toHaveURL('/kasa')
  await page.goBack()
  await expect(page).toHaveURL('/bugun')
})
