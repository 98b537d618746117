import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pageHeaders } from '../../server/http/headers.ts'
import { servedCity } from '../tools/served-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

const folder = temporaryFolder()
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Linli</title>')
writeFileSync(join(folder, 'find.html'), '<!doctype html><title>Find</title>')
writeFileSync(join(folder, 'assets', 'index-abc.js'), 'console.log("linli")')
writeFileSync(join(folder, 'assets', 'index-abc.js.br'), brotliCompressSync('console.log("linli")'))
writeFileSync(join(folder, 'assets', 'font-abc.woff2'), new Uint8Array([1, 2, 3]))
writeFileSync(join(folder, 'secret.txt'), 'inside')
writeFileSync(join(folder, '.build-note'), 'of the build')

const { app } = await servedCity(null, folder)
const bare = await servedCity(null)

describe('the web app', () => {
  test('begins at the finder, which takes along what a short link says', async () => {
    expect((await app.request('/')).headers.get('location')).toBe('/find')
    expect((await app.request('/?from=d1-building-7&wish=eat')).headers.get('location')).toBe('/find?from=d1-building-7&wish=eat')
  })

  test.each(['/find', '/find?from=x', '/find/sheet', '/venue/osm.node.12', '/venue/%E9%A3%9F%E5%A0%82', '/embed'])('%s is the finder', async (path) => {
    expect(await (await app.request(path)).text()).toContain('<title>Find</title>')
  })

  test('every other address without an ending is the app of the staff', async () => {
    for (const path of ['/plan', '/plan/deeper', '/venue', '/venues', '/findings']) {
      const response = await app.request(path)
      expect(await response.clone().text()).toContain('<title>Linli</title>')
      expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
    }
  })

  test('files with a hash in their name may be kept for ever, compressed where that helps', async () => {
    const script = await app.request('/assets/index-abc.js', { headers: { 'accept-encoding': 'gzip' } })
    expect([script.headers.get('cache-control'), script.headers.get('content-encoding'), script.headers.get('content-type')]).toEqual(['public, max-age=31536000, immutable', 'gzip', 'text/javascript; charset=utf-8'])
    expect(gunzipSync(await script.bytes()).toString()).toBe('console.log("linli")')
    const smaller = await app.request('/assets/index-abc.js', { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect([smaller.headers.get('content-encoding'), brotliDecompressSync(await smaller.bytes()).toString()]).toEqual(['br', 'console.log("linli")'])
    expect((await app.request('/assets/font-abc.woff2', { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding')).toBe(null)
  })

  test('a missing file is not the app, and an unknown endpoint is not a file', async () => {
    expect((await app.request('/assets/gone.js')).status).toBe(404)
    expect((await app.request('/api/v1/secret.txt')).status).toBe(404)
    expect((await app.request('/api/v1/plan')).headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test.each(['/..%2f..%2fetc/passwd', '/assets/../../secret', '/%2e%2e/%2e%2e/etc/passwd', '/assets/%00.js', '/%E0%A4%A.js'])('%s leads nowhere outside the folder', async (path) => {
    const response = await app.request(path)
    expect([200, 404]).toContain(response.status)
    expect(await response.text()).not.toContain('root:')
  })

  test('notes of the build are not served', async () => {
    expect(await (await app.request('/.build-note')).text()).not.toContain('of the build')
    expect(await (await app.request('/secret.txt')).text()).toBe('inside')
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s on a page is told that only GET is answered', async (method) => {
    const response = await app.request('/plan', { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await app.request('/api/v1/nothing', { method })).status).toBe(404)
  })

  test('a page seen before is not sent again', async () => {
    const etag = (await app.request('/plan')).headers.get('etag') ?? ''
    expect((await app.request('/plan', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  test('without a built app only the API is there', async () => {
    expect((await bare.app.request('/plan')).status).toBe(404)
    expect((await bare.app.request('/healthz')).status).toBe(200)
  })
})

describe('the page of the API', () => {
  test('is our own, with its script and style from our own origin and none inside', async () => {
    const page = await (await app.request('/api')).text()
    expect(page).toContain('<script type="module" src="/api/page/page.js">')
    expect(page).not.toMatch(/<script>|<style|https?:\/\//)
    expect((await app.request('/api/page/page.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await app.request('/api/page/page.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
  })
})

describe('pages in frames of other sites', () => {
  const framed = (path: string, embedders: readonly string[]): string => /frame-ancestors [^;]*/.exec(pageHeaders(path, embedders)['content-security-policy'] ?? '')?.[0] ?? ''

  test('only the view made for it, and only where the deployment names the sites', () => {
    const sites = ['https://street.example', 'http://district.example']
    expect(framed('/embed', sites)).toBe("frame-ancestors 'self' https://street.example http://district.example")
    for (const path of ['/plan', '/find', '/data', '/embed/deeper', '/embedded', '/']) expect(framed(path, sites)).toBe("frame-ancestors 'self'")
    expect(framed('/embed', [])).toBe("frame-ancestors 'self'")
  })

  test('nobody may frame anything unless somebody said so', async () => {
    for (const path of ['/embed', '/find', '/plan']) expect((await app.request(path)).headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  })
})
