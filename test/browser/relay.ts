import { createServer, request as forward, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of our own before the product's: closed, there is no connection, for a keeper either. `sent`: bytes as they came over the line, heads too, without letters that only a machine that has none is given. */
export async function relay(base: string): Promise<{ address: string; sent: () => number; close(): Promise<void> }> {
  const { hostname, port } = new URL(base)
  let bytes = 0
  const server: Server = createServer((incoming, outgoing) => {
    const onward = forward({ hostname, port, path: incoming.url, method: incoming.method, headers: { ...incoming.headers, host: `${hostname}:${port}` } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      if (!/\.woff2|\/(?:faces|fonts)-/.test(incoming.url ?? '')) {
        bytes += answer.rawHeaders.join('12').length
        answer.on('data', (part: Uint8Array) => { bytes += part.length })
      }
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent: () => bytes,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
