import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mailbox, mailTo } from '@/supabase/local/mail'

test('an e-mail is printed and kept, with the link the reader would click', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'siftah-mail-'))
  const printed: string[] = []
  const html = (await readFile('supabase/local/mail/recovery.html', 'utf8'))
    .replace('{{ .SiteURL }}', 'http://localhost:3000')
    .replace('{{ .TokenHash }}', 'abc')

  await mailbox(dataDir, text => printed.push(text)).send({ to: 'mehmet@example.com', subject: 'Şifre', html })
  await mailbox(dataDir, () => {}).send({ to: 'ayse@example.com', subject: 'Şifre', html })

  const link = 'http://localhost:3000/sifre/yeni?token_hash=abc&type=recovery'
  expect(await mailTo(dataDir, 'mehmet@example.com')).toEqual([
    expect.objectContaining({ subject: 'Şifre', link, text: expect.stringContaining(`Yeni şifre belirle: ${link}`) }),
  ])
  expect(printed).toEqual([expect.stringContaining(link)])
})

test('an address that was sent nothing has an empty mailbox', async () => {
  expect(await mailTo(await mkdtemp(join(tmpdir(), 'siftah-mail-')), 'nobody@example.com')).toEqual([])
})
