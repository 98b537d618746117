import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import { asked, askedArea } from './asked.ts'
import type { City } from './columns.ts'
import { siteAreas } from './coverage.ts'
import type { Asked } from './figures.ts'
import { ledgerOf } from './ledger.ts'
import { within } from './members.ts'
import { overlaid } from './overlaid.ts'
import { openPatterns, type OpenPatterns } from './patterns.ts'
import type { Source } from './sources.ts'
import { atAnyHour, sourcesOf } from './sources.ts'
import { wayOf } from './way.ts'

/** When each site is open: bit t of its words says whether it is at the t-th of `count` instants. Read by whoever knows hours; unknown hours are no bits. */
export type Opening = { count: number; of(site: string): Uint32Array }

export type ClockAnswer = Asked & {
  /** Index of the asked area, -1 for the whole city. */
  area: number
  count: number
  /** For each building the pattern of the instants at which it is covered. */
  patternOf: Int32Array
  patterns: OpenPatterns
}

/** What is covered at each instant, `count` entries each; equal to the coverage of the city whose sites that are not open then are shut. */
export type ClockFigures = { residents: Float64Array; households: Float64Array; buildings: Float64Array; landSquareMetres: Float64Array }

/**
 * Coverage at many instants by one walk from each set of sites that open alike: a building is covered whenever one of the sites in reach is open, so its
 * pattern is theirs put together. O(buildings in reach of each set), whatever the number of instants; patterns are few, since sites keep alike hours.
 */
export function answerClock(today: City, overlay: Overlay, question: Question, opening: Opening): ClockAnswer {
  const anyHour = atAnyHour(overlay)
  const meaning = asked(today, anyHour, question)
  const city = overlaid(today, anyHour)
  const area = askedArea(city, question)
  const patterns = openPatterns(opening.count)
  const patternOf = new Int32Array(city.buildings.count)
  const way = wayOf(city, anyHour, question)
  for (const { pattern, sources } of alike(sourcesOf(city, anyHour, question.category, question.group), opening, patterns)) {
    // By the pattern a building has so far; the joined ones are looked up once.
    const joined: number[] = []
    for (const { buildings } of way.rows(sources, meaning.limitMetres)) {
      for (const building of buildings) {
        const before = patternOf[building]
        patternOf[building] = joined[before] ??= patterns.join(before, pattern)
      }
    }
  }
  return { ...meaning, area, count: opening.count, patternOf, patterns }
}

/** The figures of one area (index; areas.count = outside all, -1 = the whole city). O(homes of the area + patterns x instants). */
export function clockFigures(today: City, overlay: Overlay, clock: ClockAnswer, area: number = clock.area): ClockFigures {
  const city = overlaid(today, overlay)
  const { homes, residents, households, landSquareMetres, runOffsets, runArea, runEstate } = ledgerOf(city)
  const persons = residents[clock.question.group]
  const size = clock.patterns.size
  const by = { residents: new Float64Array(size), households: new Float64Array(size), buildings: new Float64Array(size), landSquareMetres: new Float64Array(size) }
  for (let run = 0; run < runArea.length; run++) {
    if (area >= 0 && runEstate[run] !== area && runArea[run] !== area && !within(city, runArea[run], area)) continue
    for (let k = runOffsets[run]; k < runOffsets[run + 1]; k++) {
      const pattern = clock.patternOf[homes[k]]
      by.residents[pattern] += persons[k]
      by.households[pattern] += households[k]
      by.buildings[pattern]++
      by.landSquareMetres[pattern] += landSquareMetres[k]
    }
  }
  const spread = (sums: Float64Array): Float64Array => spreadOver(clock, sums)
  return { residents: spread(by.residents), households: spread(by.households), buildings: spread(by.buildings), landSquareMetres: spread(by.landSquareMetres) }
}

/** Ids of the sites of the category that stand in the asked area, whomever they admit. */
export function sitesIn(today: City, overlay: Overlay, question: Question): string[] {
  const city = overlaid(today, overlay)
  const area = askedArea(city, question)
  const sources = sourcesOf(city, overlay, question.category, 'any')
  if (area < 0) return sources.map(({ id }) => id)
  return siteAreas(city, overlay, question.category, 'any').flatMap((at, i) => (at.estate === area || within(city, at.area, area) ? [sources[i].id] : []))
}

/** Sites that are open at the same instants and for the residents of the same areas; those that never are stand in nobody's reach. */
function alike(sources: readonly Source[], opening: Opening, patterns: OpenPatterns): { pattern: number; sources: Source[] }[] {
  const sets = new Map<string, { pattern: number; sources: Source[] }>()
  for (const source of sources) {
    const pattern = patterns.of(opening.of(source.id))
    if (pattern === 0) continue
    const key = `${pattern} ${source.onlyKey}`
    const set = sets.get(key) ?? { pattern, sources: [] }
    sets.set(key, set)
    set.sources.push(source)
  }
  return [...sets.values()]
}

/** From sums by pattern to sums by instant. */
function spreadOver({ count, patterns }: ClockAnswer, sums: Float64Array): Float64Array {
  const figures = new Float64Array(count)
  for (let pattern = 1; pattern < sums.length; pattern++) {
    if (sums[pattern] === 0) continue
    const words = patterns.words(pattern)
    for (let t = 0; t < count; t++) if ((words[t >> 5] >>> (t & 31)) & 1) figures[t] += sums[pattern]
  }
  return figures
}
