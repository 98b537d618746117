import type { EntryOf } from '../../model/entry.ts'
import type { Position } from '../../model/geometry.ts'
import { namesOf } from '../areas.ts'
import type { Register, RegisterInput, Row } from '../register.ts'

type Plaque = EntryOf<'plaque'>

/** Where a sign hangs: its own place, else that of its site; named by itself, else by its site. */
export function placeOfPlaque(input: RegisterInput, { area, unit, name, position, fields }: Plaque): { community: string | null; position: Position | null; name: string | null; unit: string | null } {
  const site = fields.facility === null ? null : input.facility(fields.facility)
  const owner = unit ?? site?.unit ?? null
  return { community: area === null ? null : (input.areas.above(area, 'community')?.code ?? area), position: position ?? site?.position ?? null, name: name === '' ? (site?.name ?? null) : name, unit: owner === null ? null : (input.unit(owner)?.name ?? null) }
}

/** All signs of one kind, and the communities that have none. */
export function plaqueRegister(kind: Plaque['fields']['kind']): Register {
  return (input) => {
    const signs = input.rows('plaque').filter(({ fields }) => fields.kind === kind).map((row) => ({ row, ...placeOfPlaque(input, row) }))
    const communities = input.areas.at('community')
    const having = communities.filter(({ code }) => signs.some(({ community }) => community === code))
    const without = communities.filter(({ code }) => !signs.some(({ community }) => community === code))
    return {
      headlines: [{ code: 'signs', value: signs.length, of: null, kind: 'count' }, { code: 'with', value: communities.length - without.length, of: communities.length, kind: 'count' }],
      columns: [{ code: 'name', kind: 'text' }, { code: 'community', kind: 'area' }, { code: 'unit', kind: 'text' }, { code: 'since', kind: 'day' }, { code: 'squareMetres', kind: 'squareMetres' }],
      rows: signs.map(({ row, community, position, name, unit }): Row => ({ id: row.id, opens: 'entry', area: community, position, cells: [name, community, unit, row.validFrom, row.fields.squareMetres] })),
      map: { kind: 'points', column: null },
      answer: { signs: signs.length, with: communities.length - without.length, communities: communities.length, without: without.length, places: namesOf(without), having: namesOf(having) },
      atoms: [],
    }
  }
}
