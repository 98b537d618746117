import type { Reader } from '../geodata/contract/exchange.ts'
import { Refusal } from './answers/refusal.ts'
import type { World } from './world.ts'

const leader: Reader = { role: 'leader', areas: [] }

/**
 * Asks what walls ask first before any does: the first answer reads every row of the registers and walks for all months at once, which takes a second on a district. In two
 * questions, so that whoever comes meanwhile waits for one of them at most.
 */
export async function askAhead(world: Pick<World, 'ask'>): Promise<void> {
  for (const name of ['completeness', 'wall'] as const) {
    try {
      await world.ask({ name, path: {}, query: name === 'completeness' ? { level: 'community' } : {}, language: 'zh', reader: leader })
    } catch (error) {
      // A database without a city has nothing to answer.
      if (!(error instanceof Refusal)) throw error
    }
  }
}
