import { nothing, total } from '../areas.ts'
import type { Register, Row } from '../register.ts'

const levels = ['district', 'zone', 'street', 'town', 'village', 'community'] as const

/** 12 行政区划底数: towns, streets, villages and communities of the city's register. Platforms are counted by another denominator, so that they are no sum of villages and communities. */
export const placeCounts: Register = (input) => {
  const places = input.rows('placeRegister')
  if (places.length === 0) return nothing
  const of = (level: string): typeof places => places.filter(({ fields }) => fields.level === level)
  const rows = levels.flatMap((level): Row[] => {
    const own = of(level)
    return own.length === 0 ? [] : [{ id: level, opens: null, area: null, position: null, cells: [level, own.length, own.filter(({ fields }) => fields.urban).length, own.filter(({ fields }) => fields.central).length, own.filter(({ fields }) => fields.greatCommittee === true).length] }]
  })
  const [streets, towns, villages, communities] = ['street', 'town', 'village', 'community'].map((level) => of(level).length)
  const platforms = input.rows('tally').filter(({ fields }) => fields.kind === 'platforms' && fields.year <= Number(input.day.slice(0, 4)))
  const done = platforms.length === 0 ? null : total(platforms, ({ fields }) => fields.done)
  return {
    headlines: [
      { code: 'towns', value: towns, of: null, kind: 'count' }, { code: 'streets', value: streets, of: null, kind: 'count' }, { code: 'villages', value: villages, of: null, kind: 'count' }, { code: 'communities', value: communities, of: null, kind: 'count' },
      { code: 'urban', value: of('community').filter(({ fields }) => fields.urban).length, of: communities, kind: 'count' }, ...(done === null ? [] : [{ code: 'platforms', value: done, of: null, kind: 'count' } as const]),
    ],
    columns: [{ code: 'placeLevel', kind: 'text', choice: 'placeRegister.level' }, { code: 'places', kind: 'count' }, { code: 'urban', kind: 'count' }, { code: 'central', kind: 'count' }, { code: 'greatCommittee', kind: 'count' }],
    rows, map: null, answer: { towns, streets, villages, communities, sum: villages + communities, platforms: done }, atoms: [],
  }
}
