import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { wallRecords } from '../../../geodata/contract/wall.ts'

export type FrozenRecords = AnswerOf<typeof wallRecords>

/** Records of several areas as they were kept: figures add up, records and lights of each stand once. */
export function frozenRecords(parts: readonly FrozenRecords[]): FrozenRecords {
  const [first] = parts
  if (!first) throw new RangeError('parts: expected at least one, got none')
  const figures = parts.map(({ figure }) => figure)
  const once = <T>(all: readonly T[], idOf: (one: T) => string): T[] => [...new Map(all.map((one) => [idOf(one), one])).values()]
  const sum = (values: readonly (number | null)[]): number | null => {
    const told = values.filter((value) => value !== null)
    return told.length === 0 ? null : told.reduce((total, value) => total + value, 0)
  }
  const value = sum(figures.map((figure) => figure.value))
  return {
    ...first, figure: { value, of: sum(figures.map(({ of }) => of)), untold: figures.reduce((total, { untold }) => total + untold, 0), why: value === null ? (figures.find(({ why }) => why !== null)?.why ?? null) : null },
    rows: once(parts.flatMap(({ rows }) => rows), ({ id }) => id), total: parts.reduce((total, part) => total + part.total, 0), next: null,
    lights: {
      states: [...new Set(parts.flatMap(({ lights }) => lights.states))], areas: [...new Set(parts.flatMap(({ lights }) => lights.areas))], places: once(parts.flatMap(({ lights }) => lights.places), ({ id }) => id),
    },
    protection: parts.find(({ protection }) => protection !== null)?.protection ?? null,
  }
}
