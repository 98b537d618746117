import type { Page } from '@playwright/test'
import { growth, watchHeap } from './heap-watch.ts'

export type Soaked = {
  /** Different steps of tours that were on the wall, and how often the step changed. */
  steps: number; changes: number
  readings: readonly number[]
  growth: { bytes: number; share: number }
  /** What the page wrote as errors, and its exceptions. */
  errors: readonly string[]
}

export type SoakSetting = {
  /** Milliseconds of real time. */
  lasts: number
  /** Lets the wall's time pass until the next step may have come. */
  pass: (page: Page) => Promise<void>
  /** Rounds before the heap is looked at: caches fill while the tours are seen for the first time. */
  warmRounds: number
  /** Rounds between two readings. */
  every: number
}

/** Lets the wall play its tours and reads its memory after a forced collection. The page is open and plays. */
export async function soak(page: Page, { lasts, pass, warmRounds, every }: SoakSetting): Promise<Soaked> {
  const errors: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()) })
  page.on('pageerror', (error) => errors.push(String(error)))
  const heap = await watchHeap(page)
  const seen = new Set<string>()
  let changes = 0, before = ''
  const until = Date.now() + lasts
  for (let round = 0; Date.now() < until; round++) {
    await pass(page)
    const now = await page.locator('.tour .where').innerText()
    seen.add(now)
    if (now !== before) changes++
    before = now
    if (round >= warmRounds && round % every === 0) await heap.read()
  }
  await heap.close()
  return { steps: seen.size, changes, readings: heap.readings, growth: growth(heap.readings), errors }
}

/** What a wall may take more at the end of a soak than at its beginning. */
export const mostGrowth = { bytes: 5_000_000, share: 0.05 } as const
