import type { EntryOf } from '../../model/entry.ts'
import type { RegisterState } from '../../model/register.ts'
import { namesOf } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, RegisterArea, RegisterInput, Row } from '../register.ts'

/** 64 三张清单: needs, resources and projects, and who has taken them; needs that nobody has taken come first. */
export const listMatching: Register = (input) => {
  const taken = takenOf(input)
  const items = input.rows('listItem').filter(({ id, fields }) => fields.open || taken.has(id)).map((item) => ({ item, state: taken.get(item.id) ?? 'missing' as const }))
    .toSorted((a, b) => rank(a) - rank(b) || ((a.item.validFrom ?? '') < (b.item.validFrom ?? '') ? -1 : 1))
  const of = (list: 'need' | 'resource' | 'project') => items.filter(({ item }) => item.fields.list === list)
  const claimed = (list: 'need' | 'resource' | 'project') => of(list).filter(({ state }) => state !== 'missing').length
  const unclaimed = of('need').filter(({ state }) => state === 'missing')
  return {
    headlines: (['need', 'resource', 'project'] as const).map((list) => ({ code: list, value: claimed(list), of: of(list).length, kind: 'count' as const })),
    columns: [
      { code: 'list', kind: 'text', choice: 'listItem.list' }, { code: 'name', kind: 'text' }, { code: 'category', kind: 'text' }, { code: 'community', kind: 'area' }, { code: 'unit', kind: 'text' },
      { code: 'capacity', kind: 'count' }, { code: 'until', kind: 'day' }, { code: 'state', kind: 'state' },
    ],
    rows: items.map(({ item, state }): Row => ({
      id: item.id, opens: 'entry', area: item.area, position: item.position,
      cells: [item.fields.list, item.name, item.fields.category, item.area, item.unit === null ? null : (input.unit(item.unit)?.name ?? null), item.fields.capacity, item.fields.until, state],
    })),
    map: { kind: 'points', column: 'list' },
    answer: { needs: of('need').length, resources: of('resource').length, projects: of('project').length, claimed: claimed('need'), unclaimed: unclaimed.length, places: namesOf(mostOf(input, unclaimed.map(({ item }) => item))) },
    atoms: [],
  }
}

/** The three communities with most of them. */
function mostOf({ areas }: RegisterInput, items: readonly EntryOf<'listItem'>[]): RegisterArea[] {
  const byCommunity = [...grouped(items, ({ area }) => (area === null ? null : (areas.above(area, 'community')?.code ?? null)))].flatMap(([code, own]) => (code === null ? [] : [{ code, count: own.length }]))
  return byCommunity.toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)).slice(0, 3).flatMap(({ code }) => areas.of(code) ?? [])
}

/** Items that somebody has taken until the day: done, or on the way. */
function takenOf(input: RegisterInput): ReadonlyMap<string, RegisterState> {
  const taken = new Map<string, RegisterState>()
  const take = (item: string | null, { fields }: EntryOf<'claim'>): void => {
    if (item !== null && taken.get(item) !== 'done') taken.set(item, fields.state === 'done' ? 'done' : 'partial')
  }
  for (const claim of input.rows('claim')) {
    if (claim.fields.state === 'suggested' || claim.fields.state === 'withdrawn' || claim.fields.day > input.day) continue
    take(claim.fields.item, claim)
    take(claim.fields.resource, claim)
  }
  return taken
}

const rank = ({ item, state }: { item: EntryOf<'listItem'>; state: RegisterState }): number => (item.fields.list === 'need' ? 0 : item.fields.list === 'project' ? 2 : 4) + (state === 'missing' ? 0 : 1)
