import { delivered, keptOffline } from './support/acts'
import { statusesOf } from './support/elsewhere'
import { expect, test } from './support/journey'

test('who walks in is in the queue with two taps, sits down and can be taken back, all without a network', async ({
  page,
  owner,
}) => {
  await keptOffline(page)
  await page.context().setOffline(true)
  const queue = page.getByRole('region', { name: 'Sıra', exact: true })

  await page.getByRole('button', { name: 'Sıraya ekle' }).click()
  await page.getByRole('button', { name: 'Saç 30 dk' }).click()
  await expect(queue).toContainText('Sıra: 1')

  await page.getByRole('button', { name: 'Sıraya ekle' }).click()
  await page.getByLabel('Adı').fill('Mehmet Amca')
  await page.getByRole('button', { name: 'Sakal 20 dk' }).click()
  await expect(queue).toContainText('Sıra: 2')

  await queue.getByRole('button', { name: '1. kişi' }).click()
  await page.getByRole('button', { name: 'Gitti' }).click()
  await expect(queue).toContainText('Sıra: 1')
  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(queue).toContainText('Sıra: 2')

  await queue.getByRole('button', { name: 'Mehmet Amca' }).click()
  await page.getByRole('button', { name: 'Otursun' }).click()
  await expect(page.getByRole('region', { name: 'Şimdi' })).toContainText('Mehmet Amca')
  await expect(queue).toContainText('Sıra: 1')
  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(queue).toContainText('Sıra: 2')
  await expect(page.getByRole('region', { name: 'Şimdi' })).toBeHidden()

  await queue.getByRole('button', { name: 'Mehmet Amca' }).click()
  await page.getByRole('button', { name: 'Otursun' }).click()
  await page.context().setOffline(false)
  await expect(page.getByText('Çevrimdışı')).toBeHidden()
  await delivered(page)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Şimdi' })).toContainText('Mehmet Amca')
  await expect(queue).toContainText('Sıra: 1')
  await expect.poll(() => statusesOf(owner)).toEqual(['arrived'])
})
