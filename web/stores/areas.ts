import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { exchanges } from '../../geodata/contract/first.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { administrativeLevels, type AdministrativeLevel, type AreaLevel } from '../../geodata/model/area.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { useClient } from '../api/key.ts'
import { answered, type Outcome } from '../api/outcome.ts'
import { asking } from '../composables/asking.ts'
import type { Lang } from '../text/numbers.ts'

export type AreaRow = AnswerOf<typeof exchanges.areas>['areas'][number]
/** Where the reader stands in the tree of areas: the way down to it and the areas directly below. */
export type Place = { area: AreaRow | null; way: readonly { code: string; name: string; level: string }[]; below: readonly AreaRow[] }

/** More dots than this on an overview say nothing. */
const mostDots = 3000
/** Above this many estates their names are left to the chosen building's own answer. */
export const mostEstates = 20_000
const pageRows = 1000

/** The tree of areas, fetched only as far as the reader goes. */
export const useAreaStore = defineStore('areas', () => {
  const client = useClient()
  /** Label positions of the areas drawn as dots, by code. */
  const labels = shallowRef<ReadonlyMap<string, Position>>(new Map())
  /** Names of estates by code: a building is known by its estate and its number. */
  const estates = shallowRef<ReadonlyMap<string, string>>(new Map())

  const at = asking(async ({ code, top, lang }: { code: string | null; top: AdministrativeLevel; lang: Lang }, signal: AbortSignal): Promise<Outcome<Place>> => {
    if (code !== null) {
      const found = await client.ask(exchanges.area, { path: { code }, lang, signal })
      return found.ok ? answered({ area: found.value.area, way: [...found.value.ancestors, found.value.area], below: partsOf(found.value.children) }) : found
    }
    const roots = await client.ask(exchanges.areas, { query: { level: top, limit: pageRows }, lang, signal })
    if (!roots.ok) return roots
    let below: readonly AreaRow[] = roots.value.areas
    // One city with one district: its parts are offered at once.
    while (below.length === 1) {
      const only = await client.ask(exchanges.area, { path: { code: below[0].code }, lang, signal })
      if (!only.ok) return only
      if (only.value.children.length === 0) break
      below = partsOf(only.value.children)
    }
    return answered({ area: null, way: [], below })
  })

  /** All areas of a level, page by page; null when a page did not come. */
  const all = async (level: AreaLevel, lang: Lang): Promise<AreaRow[] | null> => {
    const found: AreaRow[] = []
    let cursor: string | undefined
    do {
      const page = await client.ask(exchanges.areas, { query: { level, limit: pageRows, ...(cursor ? { cursor } : {}) }, lang })
      if (!page.ok) return null
      found.push(...page.value.areas)
      cursor = page.value.next ?? undefined
    } while (cursor)
    return found
  }
  const loadLabels = async (levels: readonly AdministrativeLevel[], lang: Lang): Promise<void> => {
    const found = (await Promise.all(levels.map((level) => all(level, lang)))).flatMap((rows) => rows ?? [])
    labels.value = new Map(found.flatMap((area) => (area.label ? [[area.code, area.label] as const] : [])))
  }
  const loadEstates = async (lang: Lang): Promise<void> => {
    const found = await all('estate', lang)
    if (found) estates.value = new Map(found.map((area) => [area.code, area.name]))
  }
  return { place: computed<Place | null>(() => at.answer.value), problem: computed(() => at.problem.value), labels, estates, go: at.ask, loadLabels, loadEstates }
})

/** The largest level that this city has; `counts` by level as the meta answer gives them. */
export const topLevel = (counts: Readonly<Record<string, number>>): AdministrativeLevel | null =>
  administrativeLevels.find((level) => (counts[level] ?? 0) > 0) ?? null

/** Communities and grids are the dots of an overview, where they are few enough to be told apart. */
export const dotLevels = (counts: Readonly<Record<string, number>>): AdministrativeLevel[] =>
  (['community', 'grid'] as const).filter((level) => (counts[level] ?? 0) > 0 && counts[level] <= mostDots)

/** Estates lie beside the grids: the way down goes through the administrative levels. */
const partsOf = (children: readonly AreaRow[]): AreaRow[] => children.filter((area) => area.level !== 'estate')
