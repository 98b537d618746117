import { readFileSync } from 'node:fs'
import type { AnswerOf, Reader, Role } from '../../geodata/contract/exchange.ts'
import type { categories, meta, standards as standardsExchange } from '../../geodata/contract/meta.ts'
import { noVersions } from '../../geodata/model/city.ts'
import { areaLevels } from '../../geodata/model/area.ts'
import { leastForRate } from '../../geodata/words/protection.ts'
import { roleAdmits } from '../security/authorise.ts'
import { isTold, viewOf } from '../security/visibility.ts'
import { share } from './describe.ts'
import type { OpenCity } from './open-city.ts'
import { tileVersion, tileVersions, tileVersionsFor } from './standing.ts'
import { citySummary } from './summary.ts'

const packageFile: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
export const softwareVersion = typeof packageFile === 'object' && packageFile && 'version' in packageFile ? String(packageFile.version) : ''

export async function metaAnswer(open: OpenCity, reader: Reader): Promise<AnswerOf<typeof meta>> {
  const { identity, versions, counts } = open
  const { role } = reader
  const view = viewOf(open, reader, null)
  const { residents, estimatedResidents } = citySummary(view)
  const isShown = isTold(open, view, 'all', -1)
  const { homes, noDataBuildings, walkableMetres, mainComponentShare, notConnectedBuildings } = citySummary(open)
  // Where nothing is known of any building there are not none.
  const isKnown = homes > 0 || noDataBuildings === 0
  const areas: Record<string, number> = {}
  for (const level of open.city.areas.levels) areas[areaLevels[level]] = (areas[areaLevels[level]] ?? 0) + 1
  return {
    name: identity.name, demo: identity.demo, empty: open.city.buildings.count === 0, version: softwareVersion,
    dataDate: identity.sourceDate, catalogueVersion: open.catalogue.version, versions: { ...versions, categories: { ...versions.categories } }, tileVersion: tileVersion(open), tileVersions: tileVersionsFor(role, tileVersions(open)),
    box: [...open.box],
    counts: {
      areas, buildings: open.city.buildings.count, homes, noDataBuildings, residents: isShown && isKnown ? residents : null, facilities: open.city.facilities.byId.size, units: counts.unit, streets: counts.street,
      walkableMetres, mainComponentShare, notConnectedBuildings,
    },
    estimatedShare: !isShown || (view.shield && residents < leastForRate) ? null : share(estimatedResidents, residents), attribution: identity.attribution, mapApproval: identity.mapApproval,
    known: roleAdmits(role, 'planner') ? await open.names.known() : null, role,
  }
}

/** Before anything was ever loaded. */
export const emptyMeta = (role: Role): AnswerOf<typeof meta> => ({
  name: '', demo: false, empty: true, version: softwareVersion, dataDate: null, catalogueVersion: '', versions: { ...noVersions, categories: {} }, tileVersion: '0', tileVersions: { base: '0', buildings: '0', outlines: '0', places: '0' },
  box: null, counts: { areas: {}, buildings: 0, homes: 0, noDataBuildings: 0, residents: 0, facilities: 0, units: 0, streets: 0, walkableMetres: 0, mainComponentShare: null, notConnectedBuildings: 0 },
  estimatedShare: null, attribution: '', mapApproval: '', known: null, role,
})

export function categoriesAnswer(open: OpenCity): AnswerOf<typeof categories> {
  const counts = new Int32Array(open.catalogue.categories.length)
  for (const i of open.city.facilities.byId.values()) counts[open.city.facilities.category[i]]++
  return {
    catalogueVersion: open.catalogue.version,
    categories: open.catalogue.categories.map((row, i) => ({
      code: row.code, name: row.name, nameEn: row.nameEn, defaultGroup: row.defaultGroup, glyph: row.glyph, colour: row.colour, minutes: [...row.minutes], facilities: counts[i],
      source: row.source, confirmed: row.confirmed,
    })),
  }
}

export function standardsAnswer(open: OpenCity): AnswerOf<typeof standardsExchange> {
  const { version, standards, profiles, rules, choices, holidays } = open.catalogue
  return { catalogueVersion: version, standards: standards.map((row) => ({ ...row })), profiles: profiles.map((row) => ({ ...row })), rules: rules.map((row) => ({ ...row })), choices: choices.map(({ code, chosen, source, confirmed }) => ({ code, chosen, source, confirmed })), holidays: holidays.map((year) => ({ ...year, holidays: year.holidays.map((block) => ({ ...block })), makeupDays: [...year.makeupDays] })) }
}
