import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Dice } from '../dice.ts'
import type { Garden } from './garden.ts'
import { monthStart, row } from './row.ts'
import { isResettled } from './slots.ts'

/** A day within half a month of a year's end, or any day of the first half of 2026. */
const endOf = (year: number, dice: Dice): string => `${year}-12-${String(dice.whole(8, 31)).padStart(2, '0')}`
const thisSpring = (dice: Dice): string => `2026-0${dice.whole(1, 6)}-${String(dice.whole(3, 27)).padStart(2, '0')}`
const results = [['excellent', 90], ['good', 80], ['fair', 70], ['poor', 0]] as const
const resultOf = (score: number): (typeof results)[number][0] => results.find(([, least]) => score >= least)?.[0] ?? 'poor'

/** Reporting in, notices and assessments of every unit, both ways; pairs. */
export function* unitEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('units and communities')
  for (const [index, community] of garden.communities.entries()) {
    const { code, units } = community, resettled = isResettled(community)
    for (const [at, { id }] of units.entries()) {
      for (const direction of ['unitToCommunity', 'communityToUnit'] as const) {
        const isIn = dice.chance(direction === 'unitToCommunity' ? (resettled ? 0.4 : 0.9) : 0.6)
        yield row('checkin', `checkin-${id}-${direction}`, { direction, reported: isIn }, { area: code, unit: id, validFrom: monthStart(isIn ? dice.whole(0, 20) : 0) })
        for (const year of [2025, 2026]) {
          const done = dice.chance(year === 2025 ? 0.94 : 0.35)
          yield row('notice', `notice-${id}-${direction}-${year}`, { year, direction, day: !done ? null : year === 2025 ? endOf(2025, dice) : thisSpring(dice) }, { area: code, unit: id })
        }
      }
      // Every third unit is paired, and assessed by its community; the resettlement community and one more have none.
      if (at % 3 !== 0 || resettled || index === 11) continue
      yield row('pairing', `pairing-${id}`, { kind: 'unitCommunity', pairs: null }, { area: code, unit: id, validFrom: monthStart(dice.whole(0, 14)) })
      yield* assessed(`assessment-${id}`, 'unit', 'mutual', code, id, dice)
    }
    yield row('pairing', `pairs-${code}`, { kind: 'memberMember', pairs: resettled ? 4 : dice.whole(14, 60) }, { area: code, validFrom: monthStart(0) })
    yield* assessed(`assessment-${code}`, 'community', 'mutual', code, null, dice)
    yield* assessed(`report-${code}`, 'community', 'report', code, null, dice)
  }
}

/** Of 2025, nearly all done; of 2026, none yet. */
function* assessed(id: string, subject: 'unit' | 'community', kind: 'mutual' | 'report', area: string, unit: string | null, dice: Dice): Generator<CityRecord> {
  const done = dice.chance(0.93), score = dice.whole(68, 98)
  yield row('assessment', `${id}-2025`, { year: 2025, subject, kind, score: done ? score : null, result: done ? resultOf(score) : null, day: done ? endOf(2025, dice) : null, consulted: done ? dice.chance(0.8) : null }, { area, unit })
  yield row('assessment', `${id}-2026`, { year: 2026, subject, kind, score: null, result: null, day: null, consulted: null }, { area, unit })
}
