import type { CDPSession, Page } from '@playwright/test'

/** Bytes of JavaScript in use after a forced collection. */
export type HeapWatch = { read(): Promise<number>; close(): Promise<void> }

export async function watchHeap(page: Page): Promise<HeapWatch> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  return {
    async read() {
      // Twice: what finalisers let go of is collected by the second.
      await session.send('HeapProfiler.collectGarbage')
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      return usedSize
    },
    close: () => session.detach(),
  }
}

/** How much more the last tenth of the readings holds than the first: bytes, and as a share. */
export function growth(readings: readonly number[]): { bytes: number; share: number } {
  const tenth = Math.max(1, Math.floor(readings.length / 10))
  const mean = (part: readonly number[]): number => part.reduce((sum, size) => sum + size, 0) / part.length
  const first = mean(readings.slice(0, tenth)), last = mean(readings.slice(-tenth))
  return { bytes: last - first, share: last / first - 1 }
}
