import { watch } from 'vue'
import { wallStates } from '../../geodata/contract/wall.ts'
import { wallLenses, type WallLens } from '../../geodata/model/wall.ts'
import type { Outcome } from '../api/outcome.ts'
import { useClient } from '../api/key.ts'
import { useAsked } from '../composables/asked.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { useWallStore } from '../stores/wall.ts'

type Query = { lens: WallLens; month?: string; edition?: string }

/**
 * States of the buildings for the number the map shows; `lens` null: it is told by areas. While the wall is held they stay as they were when it began, as its numbers do:
 * those of all lenses are read then, and anew when it is let go.
 */
export const useHeldStates = (lens: () => WallLens | null) => {
  const client = useClient()
  const speech = useSpeechStore()
  const session = useSessionStore()
  const wall = useWallStore()
  const kept = new Map<string, Outcome<Uint8Array>>()
  /** What is shown; null: nothing, or it is being read. */
  let last: readonly [key: string, outcome: Outcome<Uint8Array>] | null = null
  /** Counts beginnings: what was read ahead for an earlier one is not kept for this. */
  let turn = 0

  const queryOf = (one: WallLens): Query => {
    const { month, edition } = wall.values
    return { lens: one, ...(month === null ? {} : { month }), ...(edition === null ? {} : { edition }) }
  }
  const keep = (key: string, outcome: Outcome<Uint8Array>): void => { if (wall.holding && outcome.ok) kept.set(key, outcome) }
  const { answer, again } = useAsked(() => { const one = lens(); return one === null ? null : queryOf(one) }, async (query: Query, lang, signal) => {
    const key = JSON.stringify(query), before = wall.holding ? kept.get(key) : undefined
    last = null
    if (before) {
      last = [key, before]
      return before
    }
    const outcome = await client.bytes(wallStates, { query, lang, signal })
    if (signal.aborted) return outcome
    if (outcome.ok) last = [key, outcome]
    keep(key, outcome)
    return outcome
  })
  const readAhead = async (): Promise<void> => {
    const mine = turn
    for (const one of wallLenses) {
      const query = queryOf(one), key = JSON.stringify(query)
      if (kept.has(key)) continue
      const outcome = await client.bytes(wallStates, { query, lang: speech.lang })
      if (mine !== turn) return
      if (!kept.has(key)) keep(key, outcome)
    }
  }
  // What one reader was told must not stay for the next.
  watch(() => session.reader, () => { kept.clear(); last = null; turn += 1 }, { flush: 'sync' })
  watch(() => wall.holding, (on) => {
    kept.clear()
    turn += 1
    if (!on) {
      last = null
      return void again()
    }
    const now = lens()
    // States that no longer are shown may be of older data.
    if (last && now !== null && last[0] === JSON.stringify(queryOf(now))) keep(...last)
    void readAhead()
  }, { flush: 'sync' })
  return answer
}
