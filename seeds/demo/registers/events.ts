import { addDays } from '../../../geodata/hours/clock.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import type { EventCount } from '../../../geodata/model/eventCount.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { Dice } from '../dice.ts'
import { provenance } from '../records.ts'
import type { Garden, GardenArea, GardenCommunity } from './garden.ts'
import { lostEstate } from './lostEstate.ts'
import { monthStart, toldMonths } from './row.ts'
import { isResettled } from './slots.ts'

/** Two years of monthly counts: services at their sites, requests and hazards by grid; then those of the months from there to the day of planting, which leave the two years as they are. */
export function* eventCounts(garden: Garden): Generator<CityRecord> {
  const spans = [twoYears(garden), since(garden)]
  for (const count of [services, requests, hazards]) yield* numbered(spans.flatMap((span) => [...count(garden, span)]))
}

/** Months that are counted, with chances of their own. `first`: how many months of the demo lie before. */
type Span = { months: readonly string[]; first: number; dice: (purpose: string) => Dice; quiet: ReadonlyMap<string, number> }

const monthsFrom = (first: number, count: number): string[] => Array.from({ length: count }, (_, month) => monthStart(first + month).slice(0, 7))
const allTold = monthsFrom(0, toldMonths)
const twoYears = (garden: Garden): Span => ({ months: allTold, first: 0, dice: garden.dice, quiet: quietGrids(garden) })

/** Whole months after the two years that were over when the demo was planted. Of the quiet grids nothing more is told. */
function since(garden: Garden): Span {
  const planted = (garden.planted ?? monthStart(toldMonths)).slice(0, 7)
  const count = Math.max(0, monthNumber(planted) - toldMonths)
  return { months: monthsFrom(toldMonths, count), first: toldMonths, dice: (purpose) => garden.dice(`${purpose} since`), quiet: new Map([...quietGrids(garden).keys()].map((code) => [code, 0])) }
}

/** The last day of a month of events that comes after the day all other records speak of. */
const dateOf = (month: string): string | null => (allTold.includes(month) ? provenance.date : addDays(monthStart(monthNumber(month) + 1), -1))
const monthNumber = (month: string): number => (Number(month.slice(0, 4)) - 2024) * 12 + Number(month.slice(5)) - 7

/** Around the Spring Festivals of 29 January 2025 and 17 February 2026 little is on and little is asked. */
const quietMonths: Readonly<Record<string, number>> = { '2025-01': 0.75, '2025-02': 0.6, '2026-01': 0.95, '2026-02': 0.5 }
const busy = (month: string): number => quietMonths[month] ?? 1

type Draft = Omit<EventCount, 'id' | 'source' | 'date'>
const nothingTold = { people: null, responded: null, resolved: null, satisfied: null } as const

function* numbered(drafts: Iterable<Draft>): Generator<CityRecord> {
  let number = 0
  for (const draft of drafts) if (draft.times > 0) yield { kind: 'eventCount', record: { ...provenance, date: dateOf(draft.month), id: `event-${draft.stream}-${++number}`, ...draft } }
}

/** Grids with so few requests in two years that none of them may be told alone; no hazard was seen there. */
const quietCounts = [4, 6, 9] as const
function quietGrids({ communities }: Garden): ReadonlyMap<string, number> {
  const lived = communities.flatMap(({ grids }) => grids).filter(({ residents }) => residents > 0).toSorted((a, b) => a.residents - b.residents || (a.code < b.code ? -1 : 1))
  return new Map(quietCounts.map((count, at) => [lived[at]?.code ?? '', count]))
}

/** Where each kind of service is held, the first kind of site that a community has; times a month and persons each time. */
const offers = [
  { category: 'haircut', at: ['repair', 'station'], times: [2, 5], persons: [9, 18] },
  { category: 'health', at: ['clinic', 'station'], times: [2, 6], persons: [15, 40] },
  { category: 'meals', at: ['canteen', 'daycare'], times: [20, 26], persons: [18, 60] },
  { category: 'housekeeping', at: ['station'], times: [3, 9], persons: [1, 2] },
  { category: 'legal', at: ['mediation', 'station'], times: [1, 4], persons: [3, 8] },
  { category: 'repair', at: ['repair', 'square', 'station'], times: [2, 6], persons: [8, 20] },
  { category: 'culture', at: ['activityRoom', 'square', 'readingRoom'], times: [4, 14], persons: [12, 45] },
] as const

function* services(garden: Garden, { months, dice: diceFor }: Span): Generator<Draft> {
  const dice = diceFor('services')
  for (const community of garden.communities) {
    // The resettlement community waits for most of them.
    const held = offers.filter((_, at) => !isResettled(community) || at === 3)
    for (const { category, at, times, persons } of held) {
      const site = at.flatMap((kind) => community.facilities.find((one) => one.category === kind) ?? [])[0]
      if (!site) continue
      const area = nearestGrid(community, site.position)
      for (const month of months) {
        const count = Math.round(dice.whole(times[0], times[1]) * busy(month))
        let people = 0
        for (let one = 0; one < count; one++) people += dice.whole(persons[0], persons[1])
        yield { stream: 'service', month, category, area, position: site.position, ...nothingTold, times: count, people }
      }
    }
  }
}

function nearestGrid(community: GardenCommunity, [lon, lat]: Position): string {
  let best = community.code, least = Infinity
  for (const { grid, position } of community.buildings) {
    const away = (position[0] - lon) ** 2 * 0.6 + (position[1] - lat) ** 2
    if (grid !== null && away < least) [best, least] = [grid, away]
  }
  return best
}

/** Requests a resident makes in a year by category, and the months in which they are more. */
const subjects = [
  { category: 'property', perYear: 0.075, more: [] },
  { category: 'noise', perYear: 0.05, more: ['06', '07', '08'] },
  { category: 'parking', perYear: 0.06, more: ['10', '11'] },
  { category: 'sanitation', perYear: 0.045, more: ['07', '08'] },
  { category: 'heating', perYear: 0.04, more: ['11', '12', '01'] },
] as const

/** Story 6: in March 2025 the company leaves, in July another one comes. */
const unmanaged = { from: '2025-03', to: '2025-07' }

function* requests(garden: Garden, { months, first, dice: diceFor, quiet }: Span): Generator<Draft> {
  const dice = diceFor('requests'), lost = lostEstate(garden)
  for (const { grids } of garden.communities) {
    for (const grid of grids) {
      const few = quiet.get(grid.code)
      if (few !== undefined) {
        yield* fewRequests(grid, few, dice)
        continue
      }
      if (grid.residents === 0) continue
      for (const { category, perYear, more } of subjects) {
        for (const [at, month] of months.entries()) {
          const isLost = grid.code === lost?.grid && category !== 'heating' && month >= unmanaged.from && month < unmanaged.to
          const usual = (grid.residents * perYear * busy(month) * ((more as readonly string[]).includes(month.slice(5)) ? 1.8 : 1)) / 12
          const times = Math.max(0, Math.round(usual * dice.between(0.5, 1.5))) * (isLost ? (category === 'property' ? 6 : 2) : 1)
          yield { stream: 'request', month, category, area: grid.code, position: null, people: null, times, ...outcome(times, isLost ? 0.45 : Math.min(bestSettling, 0.78 + (first + at) * 0.005), dice) }
        }
      }
    }
  }
}

/** More is not settled, however long the demo goes on. */
const bestSettling = 0.92

/** Of so many: answered, settled, satisfied; each one by chance. */
function outcome(times: number, settling: number, dice: Dice): Pick<EventCount, 'responded' | 'resolved' | 'satisfied'> {
  let responded = 0, resolved = 0, satisfied = 0
  for (let one = 0; one < times; one++) {
    if (!dice.chance(0.96)) continue
    responded++
    if (!dice.chance(settling / 0.96)) continue
    resolved++
    if (dice.chance(0.93)) satisfied++
  }
  return { responded, resolved, satisfied }
}

function* fewRequests(grid: GardenArea, count: number, dice: Dice): Generator<Draft> {
  for (let one = 0; one < count; one++) yield { stream: 'request', month: allTold[(one * 5 + 2) % allTold.length], category: subjects[one % 2].category, area: grid.code, position: null, people: null, times: 1, ...outcome(1, 0.8, dice) }
}

const dangers = [{ category: 'lamp', chance: 0.22, most: 4 }, { category: 'cable', chance: 0.1, most: 2 }, { category: 'fire', chance: 0.18, most: 3 }] as const
/** Story 6 too: 32 street lamps without light, and a short circuit between two houses (seed 001). */
const found = [{ month: '2025-05', category: 'lamp', times: 32 }, { month: '2025-06', category: 'cable', times: 1 }] as const

function* hazards(garden: Garden, { months, dice: diceFor, quiet }: Span): Generator<Draft> {
  const dice = diceFor('hazards'), lost = lostEstate(garden)
  for (const { grids } of garden.communities) {
    for (const { code, residents } of grids) {
      if (residents === 0 || quiet.has(code)) continue
      for (const { category, chance, most } of dangers) {
        for (const month of months) {
          const seen = dice.chance(chance) ? dice.whole(1, most) : 0
          const told = code === lost?.grid ? (found.find((one) => one.month === month && one.category === category)?.times ?? seen) : seen
          yield { stream: 'hazard', month, category, area: code, position: null, ...nothingTold, times: told }
        }
      }
    }
  }
}
