import type { Hit } from '../stores/search.ts'

export type HitGroup = { kind: Hit['kind']; hits: readonly Hit[] }

/** Hits by kind; the kind with the best hit first, within a kind the best first. */
export const groupsOf = (hits: readonly Hit[]): HitGroup[] => {
  const kinds = [...new Set(hits.map((hit) => hit.kind))]
  return kinds.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) }))
}

export type Piece = { text: string; marked: boolean }

/** A name in pieces, those marked that were found; marks count signs, and those that overlap or lie outside are mended. */
export const piecesOf = (name: string, marks: readonly (readonly [number, number])[]): Piece[] => {
  const signs = [...name]
  const found = signs.map((_sign, at) => marks.some(([from, to]) => at >= from && at < to))
  const pieces: Piece[] = []
  for (const [at, sign] of signs.entries()) {
    const last = pieces.at(-1)
    if (last && last.marked === found[at]) last.text += sign
    else pieces.push({ text: sign, marked: found[at] })
  }
  return pieces
}

/** One step up or down a list that goes round; from nowhere to its first or last. */
export const stepped = (at: number, by: 1 | -1, count: number): number => (count === 0 ? -1 : at < 0 ? (by === 1 ? 0 : count - 1) : (at + by + count) % count)
