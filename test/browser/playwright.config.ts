import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { launchOptions } from './chromium.ts'
import { drawing } from './sizes.ts'

const reports = process.env['LINLI_TEST_REPORTS'] ?? fileURLToPath(new URL('../../test-results', import.meta.url))

export default defineConfig({
  testDir: '.',
  // Each in a browser of its own: one that has drawn a hundred maps in software gets slow, and then pictures and downloads fail.
  projects: [{ name: 'journeys', testMatch: '*.test.ts', testIgnore: '*look.test.ts' }, { name: 'pictures of the shell and desk', testMatch: /(?:^|[\\/])(?:desk-|shell-)?look\.test\.ts$/ }, { name: 'pictures of the registers', testMatch: /(?:atlas|registers|screen)-look\.test\.ts$/ }],
  outputDir: '../../test-results',
  globalSetup: './servers.ts',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // Software drawing on two cores: one page at a time is faster than two that starve each other.
  workers: 1,
  reporter: [['list'], ['json', { outputFile: `${reports}/playwright.json` }]],
  // A quarter of the pixels: what is measured is in CSS pixels all the same.
  // Nothing slides or flies, as for whoever asks for that: software draws each picture on the way. One journey of the shell flies all the same.
  use: { launchOptions: await launchOptions(), contextOptions: { reducedMotion: 'reduce' }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...(drawing ? {} : { deviceScaleFactor: 0.5 }) },
})
