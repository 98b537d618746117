import { expect, test } from '@playwright/test'
import { asked, clean, homeOf, hours, openFind } from './find-page.ts'
import { demoAddress } from './plan-page.ts'

const squeezed = (text: string): string => text.replace(/\s/g, '')

test('a card is sent as a picture: drawn here, all of it said, saved under its name', async ({ browser }) => {
  const { id } = await homeOf('纺织新村 3号楼')
  const { first: best } = await asked(`building=${id}&wish=eat&at=${encodeURIComponent(hours.makeup)}`)
  const page = await openFind(browser, `/venue/${best?.venue.id}?from=${id}`)
  await expect(page.locator('.week tbody tr')).toHaveCount(7)
  await page.getByRole('button', { name: '分享' }).click()
  await page.getByRole('button', { name: '做成图片发给家人' }).click()
  const picture = page.locator('.picture img')
  await expect(picture).toBeVisible()
  await expect(picture).toHaveAttribute('src', /^blob:/)
  const seen = async () => squeezed((await picture.getAttribute('alt')) ?? '')
  for (const part of [best?.venue.name ?? '?', best?.venue.phone ?? '?', '正在供餐', '2月14日11:00查', '示意数据', `慢走${best?.venue.walkMinutes}分钟`, '从纺织新村3号楼出发']) expect(await seen()).toContain(squeezed(part))
  // Ink where the words are, on the light ground of a picture: not an empty sheet.
  const { width, height, dark } = await picture.evaluate(async (shown: HTMLImageElement) => {
    await shown.decode()
    const canvas = document.createElement('canvas')
    canvas.width = shown.naturalWidth
    canvas.height = shown.naturalHeight
    const pen = canvas.getContext('2d')
    pen?.drawImage(shown, 0, 0)
    const bytes = pen?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
    let inked = 0
    for (let at = 0; at < bytes.length; at += 4) if (bytes[at] < 90) inked += 1
    return { width: canvas.width, height: canvas.height, dark: inked / (canvas.width * canvas.height) }
  })
  expect([width, height > 1500 && height < 6000, dark > 0.02 && dark < 0.4]).toEqual([1080, true, true])
  await clean(page, 'the picture of a card')
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '保存图片' }).click()])
  expect(saved.suggestedFilename()).toBe(`${best?.venue.name}-0214-1100.png`)
  // What does not go along in the link is not on the picture either.
  await page.getByRole('checkbox', { name: /带上起点/ }).uncheck()
  await expect.poll(seen).not.toContain('纺织新村')
  await page.context().close()
})

test('inside WeChat nothing is kept, ways lead to sites by https, and the picture is pressed long', async ({ browser }) => {
  const { id } = await homeOf('纺织新村 3号楼')
  const { first: best } = await asked(`building=${id}&wish=eat&at=${encodeURIComponent(hours.makeup)}`)
  const page = await openFind(browser, `/venue/${best?.venue.id}?from=${id}`, { workers: true, elder: true, userAgent: 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/87.0.4280.141 Mobile Safari/537.36 MicroMessenger/8.0.16.2040(0x2800103D) NetType/WIFI Language/zh_CN' })
  await expect(page.locator('.week tbody tr')).toHaveCount(7)
  const ways = await page.locator('.maps a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  expect(ways.map((way) => new URL(way).protocol)).toEqual(['https:', 'https:', 'https:'])
  expect(ways.filter((way) => /callnative=1/.test(way))).toEqual([])
  await page.getByRole('button', { name: '分享' }).click()
  await expect(page.locator('.picture img')).toHaveAttribute('src', /^data:image\/png;base64,/)
  await expect(page.getByText('长按图片保存或发送')).toBeVisible()
  await expect(page.getByRole('link', { name: '保存图片' })).toHaveCount(0)
  await clean(page, 'the picture inside WeChat, for elders')
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  await page.context().close()
})

test('can be put on the first screen of a telephone', async ({ browser }) => {
  const page = await openFind(browser, '/find')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { url, errors, data } = await (await page.context().newCDPSession(page)).send('Page.getAppManifest')
  const manifest = JSON.parse(data ?? '{}') as { start_url: string; scope: string; display: string; short_name: string; icons: { src: string; sizes: string; purpose: string }[] }
  expect([new URL(url).origin, errors, manifest.start_url, manifest.scope, manifest.display, manifest.short_name]).toEqual([demoAddress(), [], '/find', '/', 'minimal-ui', '找地方'])
  // Its pictures are there, of the sizes they are said to be, and the page's own rules let them in.
  const apple = await page.locator('link[rel=apple-touch-icon]').evaluate((link: HTMLLinkElement) => ({ src: link.href, sizes: link.sizes.value, purpose: 'apple' }))
  const wrong: string[] = []
  for (const { src, sizes } of [...manifest.icons, apple]) {
    const width = await page.evaluate(async (address) => { const picture = Object.assign(new Image(), { src: address }); await picture.decode(); return picture.naturalWidth }, new URL(src, url).href)
    if (sizes === 'any' ? width === 0 : sizes !== `${width}x${width}`) wrong.push(`${src} is ${width} wide`)
  }
  expect(wrong).toEqual([])
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable', 'any any'])
  await page.context().close()
})
