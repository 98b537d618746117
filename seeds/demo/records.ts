import type { CityRecord } from '../../geodata/model/city.ts'
import type { Provenance } from '../../geodata/model/provenance.ts'
import type { Codes } from './codes.ts'
import { padded } from './codes.ts'
import type { District } from './district.ts'
import type { DraftLine, Site } from './draft.ts'
import { estateGround, waterAndBelts } from './ground.ts'
import type { Areas, Community } from './grids.ts'
import { residentialUses } from './landuse.ts'
import { numeral } from './numerals.ts'
import type { People } from './people.ts'
import { signedArea, toMultiPolygon, toPosition } from './plane.ts'
import type { Point } from './plane.ts'
import { inside } from './shapes.ts'

/** Every record of the demo says that it is one, and the day it speaks of. */
export const provenance: Provenance = { source: '示意数据', date: '2026-06-30' }

export type Peopled = { district: District; people: (People | null)[][]; areas: Areas; codes: Codes; key: string; name: string; streetNames: readonly string[] }

/** Outer rings with the holes that lie in them. */
export function shapeOf(rings: readonly (readonly Point[])[]): ReturnType<typeof toMultiPolygon> {
  const outer = rings.filter((ring) => signedArea(ring) > 0)
  const holes = rings.filter((ring) => signedArea(ring) <= 0)
  return outer.flatMap((ring) => toMultiPolygon([ring, ...holes.filter((hole) => inside(ring, hole[0]))]))
}

export function* areaRecords({ areas, codes, district, name, streetNames }: Peopled): Generator<CityRecord> {
  yield { kind: 'area', record: { ...provenance, code: codes.district, level: 'district', name, parent: codes.city, boundary: shapeOf(areas.outline) } }
  for (const [street, rings] of areas.streets.entries()) {
    yield { kind: 'area', record: { ...provenance, code: codes.street(street), level: 'street', name: streetNames[street], parent: codes.district, boundary: shapeOf(rings) } }
  }
  const taken = new Set<string>()
  for (const [index, community] of areas.communities.entries()) {
    yield { kind: 'area', record: { ...provenance, code: codes.community(index), level: 'community', name: communityName(community, district.sites, taken), parent: codes.street(community.street), boundary: shapeOf(community.rings) } }
    for (const [grid, { rings }] of community.grids.entries()) {
      yield { kind: 'area', record: { ...provenance, code: codes.grid(index, grid), level: 'grid', name: `第${numeral(grid + 1)}网格`, parent: codes.community(index), boundary: shapeOf(rings) } }
    }
    let estate = 0
    for (const site of community.sites) {
      if (!isEstate(district.sites[site])) continue
      yield { kind: 'area', record: { ...provenance, code: estateCode(codes.community(index), ++estate), level: 'estate', name: district.sites[site].name, parent: codes.community(index), boundary: toMultiPolygon([district.sites[site].ring]) } }
    }
  }
}

export function* groundRecords({ district, key }: Peopled): Generator<CityRecord> {
  let number = 0
  const grounds = [...waterAndBelts(district.plan, district.tile.river), ...district.sites.flatMap(estateGround)]
  for (const { kind, name, rings } of grounds) yield { kind: 'ground', record: { ...provenance, id: `${key}-ground-${++number}`, kind, name, shape: toMultiPolygon(rings) } }
}

export function* streetRecords({ key }: Peopled, lines: readonly DraftLine[]): Generator<CityRecord> {
  let number = 0
  for (const line of lines) {
    yield { kind: 'street', record: { ...provenance, id: `${key}-street-${++number}`, name: line.name, class: line.class, line: line.line.map(toPosition), walkable: line.walkable, steps: line.steps, bridge: line.bridge, widthMetres: line.widthMetres } }
  }
}

export function* buildingRecords({ district, people, areas, codes, key }: Peopled): Generator<CityRecord> {
  const estates = estateCodes({ district, areas, codes })
  for (const [index, community] of areas.communities.entries()) {
    for (const [grid, { buildings }] of community.grids.entries()) {
      const gridCode = codes.grid(index, grid)
      for (const [order, { site, building }] of buildings.entries()) {
        const draft = district.sites[site].buildings[building]
        const who = people[site][building]
        yield {
          kind: 'building',
          record: {
            ...provenance, id: buildingId(key, site, building), code: `${gridCode}${padded(order + 1, 5)}`, name: draft.name, footprint: toMultiPolygon(draft.rings), storeys: draft.storeys, use: draft.use,
            estate: estates.get(site) ?? null, grid: gridCode, entrances: draft.entrances.map(toPosition),
            residents: who === null ? null : { ...provenance, all: who.all, over60: who.over60, over80: who.over80, children: who.children, households: who.households, basis: 'permanent', counted: who.counted },
          },
        }
      }
    }
  }
}

export function* gateRecords({ district, areas, codes, key }: Peopled): Generator<CityRecord> {
  const estates = estateCodes({ district, areas, codes })
  for (const [site, { gates, name }] of district.sites.entries()) {
    for (const [index, gate] of gates.entries()) {
      yield { kind: 'gate', record: { ...provenance, id: gateId(key, site, index), name: `${name}${gate.name}`, position: toPosition(gate.position), estate: estates.get(site) ?? null, locked: gate.locked } }
    }
  }
}

export const buildingId = (key: string, site: number, building: number): string => `${key}-building-${site + 1}-${building + 1}`
export const gateId = (key: string, site: number, gate: number): string => `${key}-gate-${site + 1}-${gate + 1}`

function estateCodes({ district, areas, codes }: Pick<Peopled, 'district' | 'areas' | 'codes'>): Map<number, string> {
  const found = new Map<number, string>()
  for (const [index, community] of areas.communities.entries()) {
    let estate = 0
    for (const site of community.sites) if (isEstate(district.sites[site])) found.set(site, estateCode(codes.community(index), ++estate))
  }
  return found
}

const isEstate = (site: Site): boolean => residentialUses.includes(site.use) && site.use !== 'lanes' && site.ring.length > 0
const estateCode = (community: string, number: number): string => `${community}E${padded(number, 2)}`

/** Communities bear the name of their largest estate, without the word for its kind. */
function communityName(community: Community, sites: readonly Site[], taken: Set<string>): string {
  const homes = community.sites.filter((site) => residentialUses.includes(sites[site].use))
  const bySize = homes.toSorted((a, b) => dwellings(sites[b]) - dwellings(sites[a]) || a - b)
  for (const site of bySize) {
    const root = sites[site].name.replace(/(家属院|宿舍|雅苑|花园|家园|新城|名邸|苑|小区|嘉园|府|国际|天境|公馆|中心|云邸|壹号|观邸|村|坊)$/, '')
    const name = `${root}社区`
    if (root.length < 2 || taken.has(name)) continue
    taken.add(name)
    return name
  }
  const name = `江北第${numeral(taken.size + 1)}社区`
  taken.add(name)
  return name
}

const dwellings = (site: Site): number => site.buildings.reduce((sum, building) => sum + building.dwellings, 0)
