import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Instant } from '@/lib/kernel/zone'
import { delivered, type Owner } from './acts'
import { byCustomer } from './elsewhere'
import { expect } from './journey'

/** A number of which no other journey has heard; it has WhatsApp. */
export const newNumber = () => `0532 ${randomInt(100, 999)} ${randomInt(10, 99)} ${randomInt(10, 98)}`

/** The timer comes by, its clock shows that, and it looks after this shop only. */
export async function comesBy(owner: Owner, now: Instant): Promise<Record<string, number>> {
  const shop = await byCustomer(owner, async (_, id) => id)
  const response = await fetch(`${process.env.JOURNEYS_URL}/api/cron/messages?${new URLSearchParams({ now, shop })}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.JOURNEYS_CRON_SECRET}` },
  })
  expect(response.status).toBe(200)
  return response.json()
}

export async function choosePlan(page: Page, plan: string): Promise<void> {
  await page.goto('/ayarlar/mesajlar')
  await page.getByRole('button', { name: /^Mesajlar nasıl gitsin/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: plan }).click()
  await expect(page.getByRole('button', { name: `Mesajlar nasıl gitsin? ${plan}` })).toBeVisible()
  await delivered(page)
}

/** This customer's phone, whose clock shows that. */
export async function openInbox(phone: Page, number: string, clock: Instant): Promise<void> {
  const saat = new URLSearchParams({ saat: clock })
  await phone.goto(`/gelen-kutusu?${saat}`)
  const tab = phone.getByRole('link', { name: number })
  if (await tab.isVisible()) await tab.click()
  await expect(phone.getByRole('heading', { name: number })).toBeVisible()
}

/** He types, and sends it. */
export async function writes(phone: Page, text: string): Promise<void> {
  await phone.getByLabel('Cevap yaz').fill(text)
  await phone.getByRole('button', { name: 'Yolla' }).click()
  await expect(phone.getByRole('listitem').filter({ hasText: text }).last()).toBeVisible()
}
