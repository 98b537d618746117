import { areaRow, namesOf } from '../areas.ts'
import type { Register } from '../register.ts'
import { servedItems } from './servedItems.ts'

/** 40 为民服务事项: of the catalogue's items those each community handles, by way; the fewest first. */
export const serviceItems: Register = (input) => {
  const asked = input.catalogue.serviceItems.length
  const served = servedItems(input).map(({ community, items }) => ({ community, items, by: (mode: string) => items.filter((item) => item.mode === mode).length }))
    .toSorted((a, b) => a.items.length - b.items.length || (a.community.code < b.community.code ? -1 : 1))
  const full = served.filter(({ items }) => items.length === asked)
  const mean = served.length === 0 ? null : Math.round((10 * served.reduce((sum, { items }) => sum + items.length, 0)) / served.length) / 10
  const everywhere = input.catalogue.serviceItems.filter(({ code }) => served.length > 0 && served.every(({ items }) => items.some((item) => item.code === code))).length
  const least = served.filter(({ items }) => items.length === served[0].items.length)
  return {
    headlines: [{ code: 'mean', value: mean, of: asked, kind: 'ratio' }, { code: 'full', value: full.length, of: served.length, kind: 'count' }, { code: 'everywhere', value: everywhere, of: asked, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, { code: 'items', kind: 'count' }, { code: 'ofItems', kind: 'count' }, { code: 'window', kind: 'count' }, { code: 'online', kind: 'count' }, { code: 'agent', kind: 'count' }, { code: 'state', kind: 'state' }],
    rows: served.map(({ community, items, by }) => areaRow(community, [community.code, items.length, asked, by('window'), by('online'), by('agent'), items.length === asked ? 'done' : 'partial'])),
    map: { kind: 'areas', level: 'community', column: 'items', worse: 'low' },
    answer: { communities: served.length, mean, items: asked, full: full.length, least: served[0]?.items.length ?? null, places: namesOf(least.map(({ community }) => community)) },
    atoms: [],
  }
}
