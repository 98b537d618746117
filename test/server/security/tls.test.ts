import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseEnvironment } from '../../../server/environment.ts'
import { startServing } from '../../../server/serve.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

/** A certificate of this test alone, signed by itself. */
const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/tls/${name}`, import.meta.url))

type Answer = { status: number; hsts: string | undefined; cookie: string[]; body: string }

const ask = (address: string, method: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> => new Promise((resolve, reject) => {
  const asked = request(address, { method, headers, ca: readFileSync(fixture('localhost.pem')) }, (response) => {
    let text = ''
    response.on('data', (chunk: Buffer) => { text += chunk.toString() })
    response.on('end', () => resolve({ status: response.statusCode ?? 0, hsts: response.headers['strict-transport-security'], cookie: response.headers['set-cookie'] ?? [], body: text }))
  })
  asked.once('error', reject)
  asked.end(body)
})

test('with a certificate the server speaks https, says what is wrong with an address of 90 kB, and refuses a page that came by http', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'linli.sqlite')
  const environment = parseEnvironment({ LINLI_DATA: folder, PORT: '0', TLS_CERT: fixture('localhost.pem'), TLS_KEY: fixture('localhost.key') })
  expect(environment.publicUrl).toBe('https://127.0.0.1:0')
  const serving = await startServing({ environment, path, store: await openStore(path), webFolder: null })
  expect(serving.address).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
  await serving.ready

  expect(await ask(`${serving.address}/healthz`, 'GET')).toMatchObject({ status: 200, hsts: 'max-age=31536000', body: '{"status":"ok"}' })
  const long = await ask(`${serving.address}/api/v1/venues?q=${encodeURIComponent('食'.repeat(10_000))}`, 'GET')
  expect([long.status, long.body]).toEqual([413, expect.stringContaining('tooLarge')])
  const own = await ask(`${serving.address}/api/v1/session`, 'DELETE', { origin: serving.address })
  expect([own.status, own.cookie]).toEqual([200, ['__Host-linli-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0']])
  const plain = await ask(`${serving.address}/api/v1/session`, 'DELETE', { origin: serving.address.replace('https', 'http') })
  expect([plain.status, plain.body]).toEqual([403, expect.stringContaining('foreignOrigin')])
  await expect(fetch(`${serving.address.replace('https', 'http')}/healthz`)).rejects.toThrow('fetch failed')
  await serving.close()
})
