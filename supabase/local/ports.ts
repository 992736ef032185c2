import { createServer } from 'node:net'

const bind = (port: number) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })

/** Whether nothing on this machine's loopback listens on `port`. */
export const isFree = (port: number): Promise<boolean> =>
  bind(port).then(
    () => true,
    () => false,
  )

/** `wanted`, or the first of the nine ports above it that is free, or else any free one. 0 asks for any. */
export async function freePort(wanted = 0): Promise<number> {
  for (let port = wanted; wanted && port < wanted + 10; port++) if (await isFree(port)) return port
  return bind(0)
}
