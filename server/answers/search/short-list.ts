import { matchName, type Found } from './match-name.ts'
import type { Word } from './match-word.ts'
import type { Entry } from './search-lists.ts'

type Ranked = { entry: Entry; found: Found; score: number }

/** The best of all entries looked at, in order; equal ones by id, so that the order is the same whatever came and went before. */
export type ShortList = { look(entry: Entry, words: readonly Word[]): void; readonly found: readonly Ranked[] }

export function shortList(limit: number): ShortList {
  const best: Ranked[] = []
  return {
    found: best,
    look(entry, words) {
      const found = matchName(entry.folded, entry.code, words)
      if (!found) return
      const one = { entry, found, score: scoreOf(entry, found) }
      if (best.length === limit && !comesBefore(one, best[limit - 1])) return
      let at = best.length
      while (at > 0 && comesBefore(one, best[at - 1])) at--
      best.splice(at, 0, one)
      if (best.length > limit) best.pop()
    },
  }
}

/** Fit before place in the name before rank of the kind before length, each in digits of its own. */
const scoreOf = ({ rank, name }: Entry, { fit, from }: Found): number => fit * 1e5 + (from > 0 ? 5e4 : 0) + rank * 1e3 + Math.min(name.length, 999)

const comesBefore = (a: Ranked, b: Ranked): boolean => a.score < b.score || (a.score === b.score && a.entry.id < b.entry.id)
