import type { Page } from '@playwright/test'
import { newId } from '@/lib/kernel/id'
import { PROTOCOL } from '@/lib/sync/protocol'
import { addCustomer, book, enterShop, openMenu, openShop } from './support/acts'
import { expect, newOwner, test } from './support/journey'

test.describe('two shops on one server', () => {
  test('Kuaför Ayşe sees none of Berber Mehmet’s customers, appointments or money', async ({
    page,
    owner,
    newPhone,
  }) => {
    await addCustomer(page, 'Ahmet Yılmaz', '0532 111 22 33')
    await openMenu(page, 'Bugün')
    await book(page, { who: 'Ahmet Yılmaz', at: '00:00' })
    await openMenu(page, 'Kasa')
    await page.getByRole('button', { name: 'Gelir' }).click()
    await page.getByRole('button', { name: '5', exact: true }).click()
    await page.getByRole('button', { name: 'Nakit' }).click()
    await expect(page.getByText('₺5,00 alındı')).toBeVisible()

    const ayse = await newPhone()
    const heard: string[] = []
    ayse.on('response', async response => {
      if (response.url().endsWith('/api/sync')) heard.push(await response.text())
    })
    await openShop(ayse, newOwner('Ayşe Hanım', 'Kuaför Ayşe'))
    await openMenu(ayse, 'Müşteriler')
    await expect(ayse.getByText('Müşterileriniz burada durur')).toBeVisible()
    await openMenu(ayse, 'Kasa')
    await expect(ayse.getByText('Bugün henüz para girmedi')).toBeVisible()
    expect(heard.join()).toContain('Kuaför Ayşe')
    expect(heard.join()).not.toMatch(/Ahmet|Berber Mehmet/)

    // Proof that there was something to see.
    const second = await newPhone()
    await enterShop(second, owner)
    await openMenu(second, 'Müşteriler')
    await expect(second.getByText('Ahmet Yılmaz')).toBeVisible()
  })

  test('the sync door refuses a stranger, an unknown shop and nobody at all, each by its name', async ({
    page,
    owner: _,
    newPhone,
  }) => {
    const ayse = await newPhone()
    await openShop(ayse, newOwner('Ayşe Hanım', 'Kuaför Ayşe'))
    const [mehmets, ayses] = [await sessionOf(page), await sessionOf(ayse)]

    const { answer } = await ask(page, mehmets)
    expect(answer.shop.name).toBe('Berber Mehmet')
    expect(await ask(page, { ...mehmets, tenantId: ayses.tenantId })).toEqual({ refusal: 'not-a-member' })
    expect(await ask(page, { ...mehmets, tenantId: newId() })).toEqual({ refusal: 'not-a-member' })
    expect(await ask(page, ayses)).toEqual({ refusal: 'not-logged-in' })
    expect(await ask(await newPhone(), mehmets)).toEqual({ refusal: 'not-logged-in' })
    expect(await ask(page, { tenantId: 'x', userId: 'y' })).toEqual({ refusal: 'malformed' })
  })

  test('a command carried into another shop is refused and leaves nothing behind', async ({
    page,
    owner: _,
    newPhone,
  }) => {
    const ayse = await newPhone()
    await openShop(ayse, newOwner('Ayşe Hanım', 'Kuaför Ayşe'))
    const [mehmets, ayses] = [await sessionOf(page), await sessionOf(ayse)]
    const command = {
      id: newId(),
      name: 'customers.add@1',
      eventAt: new Date().toISOString(),
      args: { id: newId(), name: 'Yabancı', phones: [], email: null, note: null },
    }
    expect(await ask(page, { ...mehmets, tenantId: ayses.tenantId }, [command])).toEqual({ refusal: 'not-a-member' })
    const { answer } = await ask(ayse, ayses)
    expect(answer.changes.filter(({ table }: { table: string }) => table === 'customers')).toEqual([])
  })
})

interface Session {
  tenantId: string
  userId: string
}

const sessionOf = (page: Page): Promise<Session> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('siftah.session')!))

/** Asks at the phones' door with the cookies of that phone. */
async function ask(page: Page, session: Session, commands: unknown[] = []) {
  const response = await page.request.post('/api/sync', {
    data: { protocol: PROTOCOL, deviceId: newId(), cursor: null, commands, ...session },
  })
  return response.json()
}
