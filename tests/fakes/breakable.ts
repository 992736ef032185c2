import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Break } from '@/tests/contracts/channel'

/** What a request is answered with. */
export interface Reply {
  status: number
  body: string
  headers?: Record<string, string>
}

export interface Breakable {
  url: string
  /** For the next request; null: it is whole again. */
  breakNext(how: Break | null): void
  stop(): Promise<void>
}

/** A server on loopback whose line breaks when it is told to: before the request is taken, after it, or with an error of its own. */
export async function breakable(
  answer: (request: IncomingMessage, body: string) => Promise<Reply>,
): Promise<Breakable> {
  let next: Break | null = null
  const server = createServer((request, response) => {
    void serve(request, response)
  })
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const how = next
    next = null
    if (how === 'cut-before') return void request.socket.destroy()
    if (typeof how === 'number') return void response.writeHead(how, { 'content-type': 'application/json' }).end('{}')
    const {
      status,
      body,
      headers = { 'content-type': 'application/json' },
    } = await answer(request, Buffer.concat(chunks).toString())
    if (how === 'cut-after') return void request.socket.destroy()
    response.writeHead(status, headers).end(body)
  }
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return {
    url: `http://127.0.0.1:${port}`,
    breakNext(how) {
      next = how
    },
    stop: close,
  }
}
