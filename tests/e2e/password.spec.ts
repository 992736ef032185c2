import { mailTo } from '@/supabase/local/mail'
import { enterShop, logIn } from './support/acts'
import { expect, test } from './support/journey'

test('a forgotten password is renewed by the mailed link, which works once', async ({ page, owner, newPhone }) => {
  const phone = await newPhone()
  await phone.goto('/giris')
  await phone.getByRole('link', { name: 'Şifremi unuttum' }).click()
  await expect(phone.getByRole('heading', { name: 'Şifrenizi yenileyin' })).toBeVisible()
  await phone.getByLabel('E-posta').fill(owner.email)
  await phone.getByRole('button', { name: 'Bağlantı gönder' }).click()
  await expect(phone.getByText('bağlantıyı gönderdik')).toBeVisible()

  const [mail] = await mailTo(process.env.JOURNEYS_DATA_DIR!, owner.email)
  await phone.goto(mail!.link!)
  await phone.getByLabel('Yeni şifre').fill('yepyeni-sifre')
  await phone.getByRole('button', { name: 'Şifremi değiştir' }).click()
  await expect(phone.getByRole('heading', { name: 'Bugün' })).toBeAttached()

  await page.context().clearCookies()
  await logIn(page, owner)
  await expect(page.getByRole('alert').getByText('E-posta ya da şifre yanlış.')).toBeVisible()
  await page.goto(mail!.link!)
  await page.getByLabel('Yeni şifre').fill('bir-daha-sifre')
  await page.getByRole('button', { name: 'Şifremi değiştir' }).click()
  await expect(page.getByText('Bu bağlantının süresi doldu ya da daha önce kullanıldı.')).toBeVisible()
})

test('whoever changes the password stays logged in, and the other phones do not', async ({ page, owner, newPhone }) => {
  const other = await newPhone()
  await enterShop(other, owner)

  await page.goto('/hesap')
  await page.getByLabel('Şu anki şifreniz').fill('yanlis-sifre')
  await page.getByLabel('Yeni şifre').fill('yepyeni-sifre')
  await page.getByRole('button', { name: 'Şifremi değiştir' }).click()
  await expect(page.getByText('Şu anki şifreniz bu değil.')).toBeVisible()
  await page.getByLabel('Şu anki şifreniz').fill(owner.password)
  await page.getByLabel('Yeni şifre').fill('yepyeni-sifre')
  await page.getByRole('button', { name: 'Şifremi değiştir' }).click()
  await expect(page.getByText('Şifreniz değişti.')).toBeVisible()

  await other.goto('/hesap')
  await expect(other.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()
  await enterShop(await newPhone(), { ...owner, password: 'yepyeni-sifre' })
})

test('after ten wrong guesses the log-in waits, even for the right password', async ({ owner, newPhone }) => {
  const stranger = await newPhone()
  // On a fresh page each time: the one before would still show what it was told, and empties its fields when it hears the next.
  const guess = (password: string) => logIn(stranger, { ...owner, password })
  for (let i = 0; i < 10; i++) {
    await guess(`tahmin-${i}`)
    await expect(stranger.getByText('E-posta ya da şifre yanlış.')).toBeVisible()
  }
  await guess(owner.password)
  await expect(stranger.getByText('Çok fazla deneme yapıldı.')).toBeVisible()
})
