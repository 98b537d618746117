import { total } from '../areas.ts'
import type { Register, RegisterInput, Row } from '../register.ts'
import { placeOfPlaque } from '../share/plaques.ts'
import { communityOfSite } from '../share/openSites.ts'

/** Codes of communities that hold an estate of resettled villages. */
export const resettlementCommunities = (input: RegisterInput): Set<string> =>
  new Set(input.rows('estate').flatMap(({ area, fields }) => (fields.kind === 'resettlement' && area !== null ? (input.areas.above(area, 'community')?.code ?? []) : [])))

/** 43 安置型社区设施台账: items, markets and notice windows of resettlement communities, with size, money and year; the dearest first. */
export const resettlementSites: Register = (input) => {
  const own = resettlementCommunities(input)
  const items = input.rows('slot').filter(({ area, fields }) => area !== null && own.has(area) && (fields.state === 'built' || fields.state === 'shared')).map(({ id, area, fields }) => {
    const site = fields.facility === null ? null : input.facility(fields.facility)
    return { id, opens: 'entry' as const, area, name: site?.name ?? null, item: fields.slot, squareMetres: fields.squareMetres ?? site?.capacity.squareMetres ?? null, yuan: fields.cost, year: fields.builtYear, fund: fields.fund, position: site?.position ?? null }
  })
  const markets = input.facilities.filter((site) => site.category === market && own.has(communityOfSite(input, site) ?? ''))
    .map((site) => ({ id: site.id, opens: 'facility' as const, area: communityOfSite(input, site), name: site.name, item: market, squareMetres: site.capacity.squareMetres, yuan: null, year: null, fund: null, position: site.position }))
  const windows = input.rows('plaque').filter(({ area, fields }) => fields.kind === 'noticeWindow' && area !== null && own.has(area)).map((row) => {
    const place = placeOfPlaque(input, row)
    return { id: row.id, opens: 'entry' as const, area: place.community, name: place.name, item: 'noticeWindow', squareMetres: row.fields.squareMetres, yuan: row.fields.cost, year: row.validFrom === null ? null : Number(row.validFrom.slice(0, 4)), fund: null, position: place.position }
  })
  const sites = [...items, ...markets, ...windows].toSorted((a, b) => (b.yuan ?? -1) - (a.yuan ?? -1) || (b.squareMetres ?? -1) - (a.squareMetres ?? -1) || (a.id < b.id ? -1 : 1))
  const squareMetres = total(sites, (site) => site.squareMetres), yuan = total(sites, (site) => site.yuan)
  return {
    headlines: [{ code: 'sites', value: sites.length, of: null, kind: 'count' }, { code: 'squareMetres', value: squareMetres, of: null, kind: 'squareMetres' }, { code: 'yuan', value: yuan, of: null, kind: 'yuan' }],
    columns: [{ code: 'name', kind: 'text' }, { code: 'community', kind: 'area' }, { code: 'item', kind: 'text', choice: 'catalogue.item' }, { code: 'squareMetres', kind: 'squareMetres' }, { code: 'yuan', kind: 'yuan' }, { code: 'year', kind: 'count' }, { code: 'fund', kind: 'text' }],
    rows: sites.map(({ id, opens, area, name, item, squareMetres: size, yuan: cost, year, fund, position }): Row => ({ id, opens, area, position, cells: [name, area, item, size, cost, year, fund] })),
    map: { kind: 'points', column: 'item' },
    answer: { communities: own.size, sites: sites.length, squareMetres, yuan, marketSquareMetres: total(markets, (site) => site.squareMetres), windowSquareMetres: total(windows, (site) => site.squareMetres) },
    atoms: [],
  }
}

const market = 'market'
