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
  /** Milliseconds of real time at most. */
  lasts: number
  /** Readings after which it has seen enough; as many as there is time for without. */
  enough?: number
  /** Lets the wall's time pass until the next step may have come. */
  pass: (page: Page) => Promise<void>
  /** Rounds of the whole playlist before the heap is looked at: caches fill while the tours are seen for the first time. */
  warmRounds: number
  /** Hears of each round that counts: the bytes of its leanest moment. */
  round?: (bytes: number) => void
}

/** V8 neither throws compiled code away nor compiles it anew: that is up to 3 MB to and fro, and nothing the wall holds. */
export const soakFlags = '--js-flags=--no-flush-bytecode --no-opt --no-maglev'

/**
 * Lets the wall play its tours and reads its memory after forced collections. The page is open and plays, in a browser with soakFlags. Steps differ by what they show and
 * which tiles are on their way, so a reading is the leanest moment of one round of the playlist: what is held for good is in every moment.
 */
export async function soak(page: Page, { lasts, enough = Infinity, pass, warmRounds, round }: SoakSetting): Promise<Soaked> {
  const errors: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()) })
  page.on('pageerror', (error) => errors.push(String(error)))
  const heap = await watchHeap(page)
  const seen = new Set<string>(), readings: number[] = []
  let changes = 0, before = '', begin = '', rounds = 0, leanest = Infinity
  const until = Date.now() + lasts
  while (Date.now() < until && readings.length < enough) {
    await pass(page)
    const now = await page.locator('.tour .where').innerText()
    seen.add(now)
    if (now === before) continue
    changes++
    before = now
    begin ||= now
    if (now === begin && ++rounds > warmRounds + 1) {
      readings.push(leanest)
      round?.(leanest)
      leanest = Infinity
    }
    if (rounds > warmRounds) leanest = Math.min(leanest, await heap.read())
  }
  await heap.close()
  return { steps: seen.size, changes, readings, growth: growth(readings), errors }
}

/** What a wall may take more at the end of a soak than at its beginning. */
export const mostGrowth = { bytes: 5_000_000, share: 0.05 } as const
