import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Break } from '@/tests/contracts/channel'

/** A mail server that takes everything and keeps it; as much of RFC 5321 as a client needs. */
export async function startSmtp() {
  const mails: { to: string; text: string; id: string }[] = []
  const open = new Set<Socket>()
  let next: Break | null = null
  const server = createServer(socket => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => {})
    let to = ''
    let body: string | null = null
    let rest = ''
    socket.write('220 posta.ornek.test\r\n')
    socket.on('data', chunk => {
      rest += chunk
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (body !== null) {
          if (line !== '.') body += `${line}\n`
          else if (next === 'cut-before') {
            next = null
            socket.destroy()
          } else {
            mails.push({ to, text: wordsOf(body), id: /^message-id: <(.+)>$/im.exec(body)?.[1] ?? '' })
            body = null
            if (next === 'cut-after') {
              next = null
              socket.destroy()
            } else socket.write('250 taken\r\n')
          }
        } else if (/^EHLO|^HELO/i.test(line)) socket.write('250 posta.ornek.test\r\n')
        else if (/^RCPT TO:/i.test(line)) {
          to = /<(.+)>/.exec(line)![1]!
          if (next === 429) {
            next = null
            socket.write('450 later\r\n')
          } else socket.write('250 ok\r\n')
        } else if (/^DATA/i.test(line)) {
          body = ''
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
    breakNext: (how: Break) => {
      next = how
    },
    arrived: async () => mails,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

/** The text of a mail: what comes behind the headers, out of its quoted-printable or base64. */
function wordsOf(mail: string): string {
  const [head = '', ...body] = mail.split('\n\n')
  const text = body.join('\n\n')
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString().trim()
  if (!/quoted-printable/i.test(head)) return text.trim()
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString().trim()
}
