import { seedOf } from '../../geodata/kernel/random.ts'
import type { Facility } from '../../geodata/model/facility.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { codesOf } from './codes.ts'
import { cutOff, forgetSome, thinOut } from './defects.ts'
import { districtOf } from './district.ts'
import type { District } from './district.ts'
import { alwaysValid, resettle } from './resettlement.ts'
import { areasOf } from './grids.ts'
import { handOver } from './handover.ts'
import { homesOf } from './homes.ts'
import type { Home } from './homes.ts'
import { peopleOf } from './people.ts'
import { areaRecords, buildingId, buildingRecords, gateId, gateRecords, groundRecords, provenance, streetRecords } from './records.ts'
import type { Peopled } from './records.ts'
import { registerRecords } from './registers/all.ts'
import { candidateEntries } from './registers/candidates.ts'
import { gardenOf } from './registers/garden.ts'
import { servicesOf } from './services.ts'
import { plantStories, StoryMisfit, storyFigures } from './stories.ts'
import { streetsOf } from './streets.ts'
import { walksOf } from './walk.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'
import { eveningFigures } from './venues/evening.ts'
import { supperFigures } from './venues/suppers.ts'
import { venuesOf } from './venues/venues.ts'

/** What the planted stories consist of, by the ids of the records. */
export type PlantedStories = {
  /** Story 1: the unit, its staff canteen, a place for a new room, the locked gate, and the homes each would newly reach. */
  wall: { unit: string; canteen: string; newRoom: Facility; gate: string; opening: string[]; room: string[]; gateOnly: string[]; figures: typeof storyFigures.wall }
  /** Story 2: the canteen and the buildings across the river from it. */
  river: { canteen: string; buildings: string[]; figures: typeof storyFigures.river }
  /** Story 3: canteens that cook supper, on Saturdays and on the first day of the Spring Festival, the one that could cook supper too, the one that has told nobody its hours. */
  suppers: { supper: string[]; saturday: string[]; newYear: string[]; oneMore: string; silent: string; figures: typeof supperFigures }
  /** Story 4, its evening: a community with all ten items, its seven rooms and the two of them that are open after 17:00; null where no community has all ten. */
  evening: { community: string; rooms: string[]; open: string[]; figures: typeof eveningFigures } | null
  /** The estate without a way out, by its buildings. */
  cutOff: string[]
}

/** The default district with its stories and faults. Everything is computed once; the records are handed out one by one. */
export function cityOf(seed: number, planted: string | null = null): GrownCity {
  for (let attempt = 0; ; attempt++) {
    try {
      return grow(attempt === 0 ? seed : seedOf(seed, `attempt ${attempt}`), planted)
    } catch (misfit) {
      if (!(misfit instanceof StoryMisfit) || attempt >= mostAttempts) throw misfit
    }
  }
}

export type GrownCity = { stories: PlantedStories; records: () => Generator<CityRecord> }

/** About one plan in twelve has no room for a story; ten in a row would be a fault of the grammar. */
const mostAttempts = 10

function grow(seed: number, planted: string | null): GrownCity {
  const tile = { seed, column: 0, row: 0, river: true, rail: true }
  const district = districtOf(tile)
  const cut = cutOff(district)
  forgetSome(district)
  const lines = streetsOf(district)
  const people = district.sites.map((site, index) => peopleOf(site, seed, `${tile.column} ${tile.row} ${index}`))
  const walks = walksOf(lines, district.sites)
  resettle(district, people)
  const homes = homesOf(district, people, walks)
  const stories = plantStories(district, homes, walks)
  const kept = new Set([...stories.wall.opening, ...stories.wall.room, ...stories.wall.gateOnly, ...stories.river.homes])
  handOver(district, people, homes, kept)
  const areas = areasOf(district, people)
  thinOut(areas, people, new Set([...kept].map((home) => home.people)))
  const key = 'd1'
  const peopled: Peopled = { district, people, areas, codes: codesOf(tile, areas, 0), key, name: '柳浦区', streetNames: ['柳浦街道', '望澜街道', '枕溪街道'] }
  const areaList = [...areaRecords(peopled)]
  const names = areaList.flatMap((record) => (record.kind === 'area' && record.record.level === 'community' ? [record.record.name] : []))
  const services = servicesOf(peopled, stories, names, seed)
  const { records: placed, suppers, evening } = venuesOf(peopled, services, homes, walks, lines, names, seed)
  const ids = (list: readonly Home[]): string[] => list.map((home) => buildingId(key, home.site, home.building))
  return {
    stories: {
      wall: {
        unit: services.stories.institute, canteen: services.stories.instituteCanteen, newRoom: roomAt(services.stories.newRoom), gate: gateId(key, stories.wall.gate.site, stories.wall.gate.gate),
        opening: ids(stories.wall.opening), room: ids(stories.wall.room), gateOnly: ids(stories.wall.gateOnly), figures: storyFigures.wall,
      },
      river: { canteen: services.stories.riverCanteen, buildings: ids(stories.river.homes), figures: storyFigures.river },
      suppers: { ...suppers, supper: [...suppers.supper], saturday: [...suppers.saturday], newYear: [...suppers.newYear], figures: supperFigures },
      evening: evening && { community: peopled.codes.community(evening.community), rooms: [...evening.rooms], open: [...evening.open], figures: eveningFigures },
      cutOff: cut < 0 ? [] : homesOfSite(district, cut).map((building) => buildingId(key, cut, building)),
    },
    *records() {
      const records = [...base()]
      yield* records
      const garden = gardenOf(records, seed, planted)
      yield* registerRecords(garden)
      yield* candidateEntries(garden, { canteen: services.stories.instituteCanteen, newRoom: roomAt(services.stories.newRoom).position, gate: gateId(key, stories.wall.gate.site, stories.wall.gate.gate) })
    },
  }
  function* base(): Generator<CityRecord> {
    yield { kind: 'area', record: { ...provenance, code: peopled.codes.city, level: 'city', name: '演示市', parent: null, boundary: null } }
    yield* areaList
    yield* groundRecords(peopled)
    yield* streetRecords(peopled, lines)
    yield* gateRecords(peopled)
    yield* buildingRecords(peopled)
    yield* placed
  }
}

function homesOfSite(district: District, site: number): number[] {
  return district.sites[site].buildings.flatMap((building, index) => (building.dwellings > 0 ? [index] : []))
}

/** The new room of story 1 as the record a what-if would add. */
function roomAt(position: Position): Facility {
  return {
    ...provenance, ...alwaysValid, id: 'story-new-room', name: '新建助餐点', category: 'canteen', position, unit: null, admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] },
    hours: null, phone: null, capacity: { seats: 60, spareSeats: null, squareMetres: 180 }, stepFree: true, offer: emptyOffer, suspensions: [],
  }
}
