import { expect, test } from 'vitest'
import { statement } from '@/lib/cash/statement'

const debt = (day: string, amount: number, left = amount, what: string | null = 'Saç kesimi') => ({
  day,
  amount,
  left,
  what,
})

test('what is owed reads as a message, the oldest first, with what is left of it', () => {
  const text = statement(
    'Berber Mehmet',
    'Işıl Çağlayan',
    [debt('2026-10-12', 40_000, 15_000), debt('2026-11-02', 40_000, 40_000, null)],
    55_000,
  )
  expect(text).toBe(
    [
      'Merhaba Işıl Çağlayan,',
      'Berber Mehmet veresiye hesabınız:',
      '',
      '12 Ekim Pazartesi, Saç kesimi: ₺400,00 (kalan ₺150,00)',
      '2 Kasım Pazartesi: ₺400,00',
      '',
      'Toplam borç: ₺550,00',
    ].join('\n'),
  )
})

test('a long account stays short enough to be sent: what is older is one sum, and all of it is there', () => {
  const debts = Array.from({ length: 200 }, (_, i) => debt('2026-01-05', 10_000 + i))
  const owed = debts.reduce((sum, { left }) => sum + left, 0)
  const text = statement('Berber Mehmet', 'Işıl Çağlayan', debts, owed)
  expect(text.split('\n').length).toBeLessThan(30)
  expect(text).toContain('Önceki 180 borç: ₺18.161,10')
  expect(text).toContain('Toplam borç: ₺20.199,00')
})

test('there is no link in it', () => {
  expect(statement('Berber Mehmet', 'Işıl', [debt('2026-10-12', 1)], 1)).not.toMatch(/https?:|www\.|\.com|\.tr\b/)
})
