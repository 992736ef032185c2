import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The line between one shop and the server. Playwright's own offline mode does not reach what a service worker does on its own. */
export interface Line {
  url: string
  /** Nothing below that path gets through any more, until `mend`. */
  cut(path?: string): void
  mend(): void
  /** From now on the service worker comes as another build would bring it: with other bytes. */
  deploy(): void
  close(): void
}

/** Opens a line to the app at `target`. */
export async function openLine(target: string): Promise<Line> {
  let cutBelow: string | null = null
  let build = ''
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming
    if (cutBelow && url.startsWith(cutBelow)) return incoming.socket.destroy()
    delete headers['accept-encoding'] // nothing can be added to a compressed answer
    const onward = request(new URL(url, target), { method, headers }, answer => {
      const changed = url === '/serwist/sw.js' && build
      const { 'content-length': length, ...kept } = answer.headers
      outgoing.writeHead(answer.statusCode!, changed ? kept : answer.headers)
      answer.on('end', () => outgoing.end(changed)).pipe(outgoing, { end: false })
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut(path = '/') {
      cutBelow = path
      server.closeAllConnections()
    },
    mend() {
      cutBelow = null
    },
    deploy() {
      build = `\n// build ${Date.now()}`
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
