import type { AreaLevel } from '../../geodata/model/area.ts'
import type { Entry, EntryOf } from '../../geodata/model/entry.ts'
import { standsOn } from '../../geodata/model/entry.ts'
import type { EventStream } from '../../geodata/model/eventCount.ts'
import type { Facility, Unit } from '../../geodata/model/facility.ts'
import type { Organisation } from '../../geodata/model/organisation.ts'
import type { SheetCode } from '../../geodata/model/sheets/all.ts'
import type { EventSums, EventTotals } from '../../geodata/registers/events.ts'
import type { RegisterArea, RegisterInput } from '../../geodata/registers/register.ts'
import { catalogue } from '../../seeds/catalogue.ts'

export type HandEvent = { stream: EventStream; month: string; category: string; area: string } & Partial<Omit<EventSums, 'toldTimes' | 'respondedTimes' | 'satisfiedTimes'>>

type Hand = {
  day?: string
  entries?: readonly Entry[]
  units?: readonly Unit[]
  facilities?: readonly Facility[]
  organisations?: readonly Organisation[]
  events?: readonly HandEvent[]
  /** By code; absent: nobody is told. */
  residents?: Readonly<Record<string, { all?: number; over60?: number; households?: number }>>
  catalogue?: RegisterInput['catalogue']
}

const areaOf = (code: string, level: AreaLevel, name: string, parent: string | null): RegisterArea => ({ code, name, level, parent, centre: [116.4, 39.9] })

/** One street with three communities, each with one grid, the third with an estate. */
export const handAreas: readonly RegisterArea[] = [
  areaOf('c', 'city', '手绘市', null), areaOf('d', 'district', '手绘区', 'c'), areaOf('s', 'street', '手绘街道', 'd'),
  areaOf('w', 'community', '西社区', 's'), areaOf('m', 'community', '中社区', 's'), areaOf('e', 'community', '东社区', 's'),
  areaOf('w1', 'grid', '西一网格', 'w'), areaOf('m1', 'grid', '中一网格', 'm'), areaOf('e1', 'grid', '东一网格', 'e'), areaOf('eE', 'estate', '东小区', 'e'),
]

/** What a register is computed from, drawn by hand. */
export function handInput({ day = '2026-06-30', entries = [], units = [], facilities = [], organisations = [], events = [], residents = {}, catalogue: own = catalogue }: Hand): RegisterInput {
  const of = (code: string): RegisterArea | null => handAreas.find((area) => area.code === code) ?? null
  const above = (code: string, level: AreaLevel): RegisterArea | null => {
    for (let at = of(code); at !== null; at = at.parent === null ? null : of(at.parent)) if (at.level === level) return at
    return null
  }
  const ever = <S extends SheetCode>(sheet: S): readonly EntryOf<S>[] => entries.filter((entry) => entry.sheet === sheet) as unknown as EntryOf<S>[]
  const standing = <T extends Unit | Facility | Organisation>(all: readonly T[]): T[] => all.filter((one) => standsOn(one, day))
  return {
    catalogue: own, day, ever, rows: (sheet) => ever(sheet).filter((entry) => standsOn(entry, day)), entry: (id) => entries.find((entry) => entry.id === id) ?? null,
    units: standing(units), unit: (id) => units.find((unit) => unit.id === id) ?? null, facilities: standing(facilities), facility: (id) => facilities.find((facility) => facility.id === id) ?? null,
    organisations: standing(organisations), everyOrganisation: organisations, events: handEvents(events, above),
    areas: { at: (level) => handAreas.filter((area) => area.level === level), of, above, communityAt: ({ community }) => (community ? above(community, 'community') : null) },
    residents: (code) => { const told = residents[code]; return told === undefined ? null : { all: told.all ?? null, over60: told.over60 ?? null, households: told.households ?? null } },
  }
}

function handEvents(events: readonly HandEvent[], above: (code: string, level: AreaLevel) => RegisterArea | null): EventTotals {
  return {
    months: [...new Set(events.map(({ month }) => month))].toSorted(),
    categories: (stream) => [...new Set(events.flatMap((event) => (event.stream === stream ? [event.category] : [])))].toSorted(),
    sum(stream, area, from, to, category) {
      const sums = { times: 0, people: 0, responded: 0, resolved: 0, satisfied: 0, toldTimes: 0, respondedTimes: 0, satisfiedTimes: 0 }
      for (const event of events) {
        const level = handAreas.find(({ code }) => code === area)?.level ?? 'city'
        if (event.stream !== stream || event.month < from || event.month > to || (category !== undefined && event.category !== category) || above(event.area, level)?.code !== area) continue
        for (const name of ['times', 'people', 'responded', 'resolved', 'satisfied'] as const) sums[name] += event[name] ?? 0
        if (typeof event.resolved === 'number') sums.toldTimes += event.times ?? 0
        if (typeof event.responded === 'number') sums.respondedTimes += event.times ?? 0
        if (typeof event.satisfied === 'number') sums.satisfiedTimes += event.resolved ?? 0
      }
      return sums
    },
    isExact: () => true,
  }
}
