import type { RegisterState } from '../../model/register.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'
import { communityOfSite, isOpen } from './openSites.ts'

/** Categories of the catalogue and signs that serve, that are for culture, and that publicise and educate (服务、文化、宣传教育). */
const strongholds = {
  service: { categories: ['station', 'clinic', 'daycare', 'canteen', 'mediation', 'policeRoom', 'restStop', 'childcare'], signs: ['memberStation'] },
  culture: { categories: ['activityRoom', 'readingRoom', 'library', 'square', 'sports'], signs: [] },
  publicity: { categories: ['meetingRoom'], signs: ['noticeWindow', 'school', 'memberRoom'] },
} as const satisfies Readonly<Record<string, { categories: readonly string[]; signs: readonly string[] }>>
type Stronghold = keyof typeof strongholds
const kinds = Object.keys(strongholds) as Stronghold[]

/** 66 三大阵地: sites that let residents in, and signs, by community; those that lack a kind come first. */
export const threeStrongholds: Register = (input) => {
  const sites = grouped(input.facilities.filter(isOpen), (site) => communityOfSite(input, site))
  const signs = grouped(input.rows('plaque'), ({ area }) => (area === null ? null : (input.areas.above(area, 'community')?.code ?? null)))
  const has = (list: readonly string[], one: string): boolean => list.includes(one)
  const rows = input.areas.at('community').flatMap(({ code, name }) => {
    const [own, hung] = [sites.get(code) ?? [], signs.get(code) ?? []]
    if (own.length + hung.length === 0) return []
    const counts = kinds.map((kind) => own.filter(({ category }) => has(strongholds[kind].categories, category)).length + hung.filter(({ fields }) => has(strongholds[kind].signs, fields.kind)).length)
    const present = counts.filter((count) => count > 0).length
    const state: RegisterState = present === kinds.length ? 'done' : 'partial'
    return [{ code, name, counts, present, total: counts.reduce((sum, count) => sum + count, 0), state }]
  }).toSorted((a, b) => a.present - b.present || a.total - b.total || (a.code < b.code ? -1 : 1))
  const whole = rows.filter(({ state }) => state === 'done'), short = rows.filter(({ state }) => state !== 'done')
  const sumOf = (at: number): number => rows.reduce((sum, { counts }) => sum + counts[at], 0)
  return {
    headlines: [{ code: 'whole', value: whole.length, of: rows.length, kind: 'count' }, ...kinds.map((kind, at) => ({ code: kind, value: sumOf(at), of: null, kind: 'count' as const }))],
    columns: [{ code: 'community', kind: 'area' }, ...kinds.map((kind) => ({ code: kind, kind: 'count' as const })), { code: 'strongholds', kind: 'count' }, { code: 'state', kind: 'state' }],
    rows: rows.map(({ code, counts, total: all, state }): Row => ({ id: code, opens: 'area', area: code, position: null, cells: [code, ...counts, all, state] })),
    map: { kind: 'areas', level: 'community', column: 'strongholds', worse: 'low' },
    answer: { communities: rows.length, whole: whole.length, service: sumOf(0), culture: sumOf(1), publicity: sumOf(2), short: short.length, places: short.length === 0 ? null : short.map(({ name }) => name).join('、') },
    atoms: [],
  }
}
