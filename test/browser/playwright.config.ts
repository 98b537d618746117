import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { launchOptions } from './chromium.ts'

const reports = process.env['LINLI_TEST_REPORTS'] ?? fileURLToPath(new URL('../../test-results', import.meta.url))

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results',
  globalSetup: './servers.ts',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // Software drawing on two cores: one page at a time is faster than two that starve each other.
  workers: 1,
  reporter: [['list'], ['json', { outputFile: `${reports}/playwright.json` }]],
  use: { launchOptions: await launchOptions(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
})
