import type { Area } from '../model/area.ts'
import { administrativeLevels, areaLevels } from '../model/area.ts'
import type { Building, Gate } from '../model/building.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { noVersions, type Versions } from '../model/city.ts'
import type { Facility } from '../model/facility.ts'
import type { Box } from '../model/geometry.ts'
import type { Street } from '../model/street.ts'
import type { AreaColumns, BuildingColumns, City, FacilityColumns } from './columns.ts'
import { lockKindOf, unknownSeats } from './columns.ts'
import { growingBytes, growingDoubles, growingFloats, growingInts } from './growing.ts'
import { homeKindOf, homeKinds, useKindOf } from './home.ts'
import { innerPoint, squareMetres } from './inner.ts'
import { landOfHomes } from './land.ts'
import { planeOf, project } from './plane.ts'
import { areaLookup } from './polygons.ts'
import { categoryIndex, ruleValue } from './question.ts'
import { streetCollector } from './streets.ts'

export type { City } from './columns.ts'

/**
 * The one door between string ids and dense integers. Records may come in any order of kinds; the n-th building has dense index n.
 * Nothing of a footprint is kept but its inner point and its area. Errors: RangeError with got and expected.
 */
export type CityBuilder = {
  addArea(area: Area): void
  addStreet(street: Street): void
  addGate(gate: Gate): void
  addBuilding(building: Building): void
  addFacility(facility: Facility): void
  /** The city; the builder is spent. */
  finish(): City
}

export function cityBuilder(catalogue: Catalogue, box: Box, versions: Versions = noVersions): CityBuilder {
  const plane = planeOf(box)
  const areas: Area[] = []
  const byCode = new Map<string, number>()
  const streets = streetCollector(plane)
  const gates: Gate[] = []
  const facilities: Facility[] = []
  const buildings = buildingCollector(catalogue, (lon, lat, point) => project(plane, lon, lat, point))

  return {
    addArea(area) {
      if (byCode.has(area.code)) throw new RangeError(`area ${area.code}: expected a code of its own, got one already used`)
      byCode.set(area.code, areas.length)
      areas.push(area)
    },
    addStreet: (street) => streets.addStreet(street),
    addGate: (gate) => { gates.push(gate) },
    addBuilding: (building) => buildings.add(building),
    addFacility: (facility) => { facilities.push(facility) },
    finish() {
      const columns = areaColumns(areas, byCode)
      const lookup = areaLookup(areas, administrativeLevels.toReversed())
      const estates = areaLookup(areas, ['estate'])
      const { network, gateNodes } = streets.finish(gates.map((gate) => ({ lon: gate.position[0], lat: gate.position[1] })))
      return {
        box, plane, catalogue, versions, areas: columns,
        buildings: buildings.finish(columns, lookup), facilities: facilityColumns(catalogue, facilities, columns, lookup, estates, (lon, lat, point) => project(plane, lon, lat, point)),
        network,
        gates: { count: gates.length, ids: gates.map((gate) => gate.id), node: gateNodes, locked: Uint8Array.from(gates, (gate) => lockKindOf(gate.locked)) },
      }
    },
  }
}

type Projection = (lon: number, lat: number, point: Float64Array) => void
type Lookup = (lon: number, lat: number) => number

function areaColumns(areas: readonly Area[], byCode: Map<string, number>): AreaColumns {
  const parents = Int32Array.from(areas, (area) => (area.parent === null ? -1 : (byCode.get(area.parent) ?? -1)))
  const levels = Uint8Array.from(areas, (area) => areaLevels.indexOf(area.level))
  areas.forEach((area, index) => {
    if (parents[index] >= 0 && levels[parents[index]] >= levels[index]) throw new RangeError(`area ${area.code}: expected its parent to be of a higher level than ${area.level}, got ${areas[parents[index]].level} ${area.parent}`)
  })
  return {
    count: areas.length, codes: areas.map((area) => area.code), names: areas.map((area) => area.name), levels, parents,
    squareMetres: Float64Array.from(areas, (area) => (area.boundary && area.boundary.length > 0 ? squareMetres(area.boundary) : NaN)), byCode,
  }
}

function buildingCollector(catalogue: Catalogue, toPlane: Projection): { add(building: Building): void; finish(areas: AreaColumns, lookup: Lookup): BuildingColumns } {
  const x = growingFloats(), y = growingFloats(), lons = growingDoubles(), kind = growingBytes(), use = growingBytes(), counted = growingBytes()
  const all = growingInts(), over60 = growingInts(), over80 = growingInts(), children = growingInts(), households = growingInts()
  const gridCode = growingInts(), estateCode = growingInts(), floor = growingFloats()
  const doorOffsets = growingInts(), doorX = growingFloats(), doorY = growingFloats()
  const codes = new Map<string, number>()
  const usualStoreys = ruleValue(catalogue, 'residentialStoreys')
  const point = new Float64Array(2)
  const numberOf = (code: string | null): number => {
    if (code === null) return -1
    const known = codes.get(code) ?? codes.size
    codes.set(code, known)
    return known
  }
  doorOffsets.push(0)

  return {
    add(building) {
      const [lon, lat] = innerPoint(building.footprint)
      toPlane(lon, lat, point)
      x.push(point[0])
      y.push(point[1])
      lons.push(lon)
      lons.push(lat)
      kind.push(homeKindOf(building))
      use.push(useKindOf(building.use))
      const { residents } = building
      all.push(residents?.all ?? 0)
      over60.push(residents?.over60 ?? 0)
      over80.push(residents?.over80 ?? 0)
      children.push(residents?.children ?? 0)
      households.push(residents?.households ?? 0)
      counted.push(residents?.counted ? 1 : 0)
      gridCode.push(numberOf(building.grid))
      estateCode.push(numberOf(building.estate))
      floor.push(squareMetres(building.footprint) * (building.storeys ?? usualStoreys))
      for (const [doorLon, doorLat] of building.entrances) {
        toPlane(doorLon, doorLat, point)
        doorX.push(point[0])
        doorY.push(point[1])
      }
      doorOffsets.push(doorX.length)
    },
    finish(areas, lookup) {
      const areaOfCode = Int32Array.from(codes.keys(), (code) => areas.byCode.get(code) ?? -1)
      const estateLevel = areaLevels.indexOf('estate')
      const stated = gridCode.take(), inEstate = estateCode.take(), places = lons.take(), kinds = kind.take()
      const area = Int32Array.from(stated, (code, i) => {
        const known = code < 0 ? -1 : areaOfCode[code]
        if (known >= 0 && areas.levels[known] !== estateLevel) return known
        const found = lookup(places[2 * i], places[2 * i + 1])
        return found < 0 ? areas.count : found
      })
      const estate = inEstate.map((code) => (code >= 0 && areaOfCode[code] >= 0 && areas.levels[areaOfCode[code]] === estateLevel ? areaOfCode[code] : -1))
      const floorSquareMetres = floor.take()
      const landSquareMetres = landOfHomes({
        isHome: kinds.map((home) => (home === homeKinds.home ? 1 : 0)), estate, floorSquareMetres, areaSquareMetres: areas.squareMetres, floorAreaRatio: ruleValue(catalogue, 'floorAreaRatio'),
      })
      return {
        count: kinds.length, dense: Int32Array.from(kinds, (_, i) => i), x: x.take(), y: y.take(), kind: kinds, use: use.take(), area, estate, households: households.take(),
        residents: { all: all.take(), '60plus': over60.take(), '80plus': over80.take(), children: children.take() }, counted: counted.take(), floorSquareMetres, landSquareMetres,
        doorOffsets: doorOffsets.take(), doorX: doorX.take(), doorY: doorY.take(),
      }
    },
  }
}

function facilityColumns(catalogue: Catalogue, facilities: readonly Facility[], areas: AreaColumns, lookup: Lookup, estates: Lookup, toPlane: Projection): FacilityColumns {
  const point = new Float64Array(2)
  const columns: FacilityColumns = {
    count: facilities.length, ids: facilities.map((facility) => facility.id), names: facilities.map((facility) => facility.name),
    category: Uint16Array.from(facilities, (facility) => categoryIndex(catalogue, facility.category)), x: new Float32Array(facilities.length), y: new Float32Array(facilities.length),
    admissions: facilities.map((facility) => facility.admission), seats: Int32Array.from(facilities, ({ capacity }) => capacity.seats ?? unknownSeats), area: new Int32Array(facilities.length), estate: new Int32Array(facilities.length).fill(-1),
    byId: new Map(facilities.map((facility, i) => [facility.id, i])),
  }
  if (columns.byId.size !== facilities.length) throw new RangeError(`facilities: expected ${facilities.length} different ids, got ${columns.byId.size}`)
  facilities.forEach((facility, i) => {
    toPlane(facility.position[0], facility.position[1], point)
    columns.x[i] = point[0]
    columns.y[i] = point[1]
    const found = lookup(facility.position[0], facility.position[1])
    columns.area[i] = found < 0 ? areas.count : found
    columns.estate[i] = estates(facility.position[0], facility.position[1])
  })
  return columns
}
