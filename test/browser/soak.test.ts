import { chromium, expect, test } from '@playwright/test'
import { launchOptions } from './chromium.ts'
import { demoAddress } from './plan-page.ts'
import { mostGrowth, soak, soakFlags } from './soak.ts'

test('a wall that plays its playlist seven times over, hours of its own, holds no more memory and says no error', async () => {
  test.setTimeout(240_000)
  const options = await launchOptions()
  const browser = await chromium.launch({ ...options, args: [...options.args ?? [], soakFlags] })
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, deviceScaleFactor: 1, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'no-preference' })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${demoAddress()}/screen?tour=all`)
  await expect(page.locator('.tour .where')).toBeVisible()
  const { steps, changes, readings, growth, errors } = await soak(page, {
    lasts: 210_000, warmRounds: 2, enough: 5,
    // A step has at most two minutes; after the jump the wall gets frames of its own to glide and draw.
    async pass(one) {
      await one.clock.fastForward(30_000)
      await one.clock.runFor(120)
    },
  })
  console.log(`${changes} steps, leanest moments of rounds: ${readings.map((bytes) => (bytes / 1e6).toFixed(1)).join(' ')} MB`)
  expect(errors).toEqual([])
  expect(changes).toBeGreaterThan(30)
  expect(steps).toBeGreaterThan(5)
  expect(readings.length).toBe(5)
  expect(growth.bytes).toBeLessThanOrEqual(mostGrowth.bytes)
  expect(growth.share).toBeLessThanOrEqual(mostGrowth.share)
  await browser.close()
})
