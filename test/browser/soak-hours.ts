import { chromium } from '@playwright/test'
import { launchOptions } from './chromium.ts'
import { mostGrowth, soak, soakFlags } from './soak.ts'

/**
 * node test/browser/soak-hours.ts ADDRESS [HOURS] [/screen?tour=all]: the wall of a running server plays its tours in real time; its memory after a forced collection is
 * told after every round of the playlist, and the exit code is 1 when it grows or the page says an error.
 */
const [address, hours = '8', path = '/screen?tour=all'] = process.argv.slice(2)
if (!address || !(Number(hours) > 0)) {
  console.error('expected: node test/browser/soak-hours.ts ADDRESS [HOURS] [PATH]')
  process.exit(2)
}

/** Between two looks, milliseconds. */
const look = 10_000
const options = await launchOptions()
const browser = await chromium.launch({ ...options, args: [...options.args ?? [], soakFlags] })
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'no-preference' })
  await page.goto(address + path)
  await page.locator('.tour .where').waitFor()
  const { steps, changes, readings, growth, errors } = await soak(page, { lasts: Number(hours) * 3_600_000, warmRounds: 1, pass: (one) => one.waitForTimeout(look), round: (bytes) => console.log(`${new Date().toISOString()} ${megabytes(bytes)} MB`) })
  console.log(`${hours} h, ${changes} steps of ${steps} different ones, ${readings.length} readings from ${megabytes(readings[0] ?? 0)} to ${megabytes(readings.at(-1) ?? 0)} MB, growth ${megabytes(growth.bytes)} MB (${(growth.share * 100).toFixed(1)} %), ${errors.length} errors`)
  for (const error of errors) console.log(error)
  process.exitCode = errors.length > 0 || growth.bytes > mostGrowth.bytes || growth.share > mostGrowth.share ? 1 : 0
} finally {
  await browser.close()
}
