import { expect, test } from 'vitest'
import { readFile } from '@/lib/import/read-file'
import { cellsOf, fixture, refusalOf, utf8, windows1254 } from './make-files'

test('2.1 as an Android writes it: quoted-printable letters, soft breaks, a photo, several numbers', async () => {
  expect(await cellsOf(fixture('android-2.1.vcf'))).toEqual([
    ['Işıl Şahin', '0532 111 22 33\n0212 555 11 22', 'isil@ornek.com', 'Kısa kesim, önceki boya\nCumartesi gelir'],
    ['Mehmet Kaya', '+905423334455\n05559998877', '', ''],
    ['Özgür Doğan', '5309876543', '', ''],
  ])
})

test('3.0 as an iPhone writes it: groups, folded lines, escapes, marks around the number, the fax last', async () => {
  expect(await cellsOf(fixture('iphone-3.0.vcf'))).toEqual([
    [
      'Gülşen Nur Çelik',
      '+90 (533) 444 55 66\n+49 30 901820\n0212 555 00 99',
      'gulsen@ornek.com',
      'Perşembe gelir, köpük kullanılmaz; açık sarı\nKardeşi de müşteri, sonra tanıştırdı',
    ],
    ['Demir Berber Malzemeleri', '0312 555 10 20', '', ''],
  ])
})

test('4.0: numbers as links, colons in quoted parameters, two addresses', async () => {
  expect(await cellsOf(fixture('contacts-4.0.vcf'))).toEqual([
    ['İbrahim Öztürk', '+90-532-765-43-21', 'ibrahim@ornek.com\nibo@ornek.com', 'Sakal, ense'],
  ])
})

test('the columns of contacts are known, not guessed', async () => {
  expect(await readFile(fixture('contacts-4.0.vcf'))).toMatchObject({
    value: { roles: ['name', 'phone', 'email', 'note'] },
  })
})

test('raw Windows-1254 letters of an old phone are read', async () => {
  expect(await cellsOf(windows1254('BEGIN:VCARD\r\nVERSION:2.1\r\nN:Işık;Ayşe\r\nEND:VCARD\r\n'))).toEqual([
    ['Ayşe Işık', '', '', ''],
  ])
})

test('a file that ends inside a card is refused: the people after it would be missing', async () => {
  expect(await refusalOf(fixture('android-2.1.vcf').slice(0, -40))).toBe('damaged')
})

test('cards without anybody are an empty list', async () => {
  expect(await refusalOf(utf8('BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n'))).toBe('empty')
})
