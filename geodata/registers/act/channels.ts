import { byArea, namesOf, total } from '../areas.ts'
import { newest } from '../newest.ts'
import type { Register, Row } from '../register.ts'
import { placeOfPlaque } from '../share/plaques.ts'

const kinds = ['channelWindow', 'channelGroup', 'channelMessages'] as const

/** 60 宣传渠道: notice windows with their size, and which channels each community has. */
export const channels: Register = (input) => {
  const documents = byArea(input, input.rows('document'))
  const has = (community: string | null, kind: (typeof kinds)[number]): boolean => community !== null && newest(documents(community).filter(({ fields }) => fields.kind === kind))?.fields.present === true
  const windows = input.rows('plaque').filter(({ fields }) => fields.kind === 'noticeWindow').map((row) => ({ row, ...placeOfPlaque(input, row) }))
    .toSorted((a, b) => (b.row.fields.squareMetres ?? 0) - (a.row.fields.squareMetres ?? 0) || (a.row.id < b.row.id ? -1 : 1))
  const communities = input.areas.at('community')
  const squareMetres = total(windows, ({ row }) => row.fields.squareMetres)
  const without = communities.filter(({ code }) => !windows.some(({ community }) => community === code) && !has(code, 'channelWindow'))
  return {
    headlines: [
      { code: 'windows', value: windows.length, of: null, kind: 'count' }, { code: 'squareMetres', value: squareMetres, of: null, kind: 'squareMetres' },
      ...kinds.map((kind) => ({ code: kind, value: communities.filter(({ code }) => has(code, kind)).length, of: communities.length, kind: 'count' as const })),
    ],
    columns: [{ code: 'name', kind: 'text' }, { code: 'community', kind: 'area' }, { code: 'squareMetres', kind: 'squareMetres' }, { code: 'since', kind: 'day' }, { code: 'channelGroup', kind: 'text' }, { code: 'channelMessages', kind: 'text' }],
    rows: windows.map(({ row, community, position, name }): Row => ({ id: row.id, opens: 'entry', area: community, position, cells: [name, community, row.fields.squareMetres, row.validFrom, has(community, 'channelGroup'), has(community, 'channelMessages')] })),
    map: { kind: 'points', column: null },
    answer: { windows: windows.length, squareMetres, largest: windows[0]?.row.fields.squareMetres ?? null, largestPlace: windows[0]?.community ? (input.areas.of(windows[0].community)?.name ?? null) : null, without: without.length, places: namesOf(without) },
    atoms: [],
  }
}
