import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { administrativeLevels, type AdministrativeLevel } from '../../geodata/model/area.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { useClient } from '../api/key.ts'
import { answered, type Outcome } from '../api/outcome.ts'
import { asking } from '../composables/asking.ts'
import type { Lang } from '../text/numbers.ts'

export type AreaRow = AnswerOf<typeof exchanges.areas>['areas'][number]
/** Where the reader stands in the tree of areas: the way down to it and the areas directly below. */
export type Place = { area: AreaRow | null; way: readonly { code: string; name: string; level: string }[]; below: readonly AreaRow[] }

/** More dots than this on an overview say nothing; the next larger level is drawn then. */
const mostDots = 3000
const pageRows = 1000

/** The tree of areas, fetched only as far as the reader goes. */
export const useAreaStore = defineStore('areas', () => {
  const client = useClient()
  /** Label positions of the areas drawn as dots, by code. */
  const labels = shallowRef<ReadonlyMap<string, Position>>(new Map())

  const at = asking(async ({ code, top, lang }: { code: string | null; top: AdministrativeLevel; lang: Lang }, signal: AbortSignal): Promise<Outcome<Place>> => {
    if (code !== null) {
      const found = await client.ask(exchanges.area, { path: { code }, lang, signal })
      return found.ok ? answered({ area: found.value.area, way: [...found.value.ancestors, found.value.area], below: partsOf(found.value.children) }) : found
    }
    const roots = await client.ask(exchanges.areas, { query: { level: top, limit: pageRows }, lang, signal })
    if (!roots.ok) return roots
    if (roots.value.areas.length !== 1) return answered({ area: null, way: [], below: roots.value.areas })
    // With one topmost area the whole city is that area: its parts are offered at once.
    const only = await client.ask(exchanges.area, { path: { code: roots.value.areas[0].code }, lang, signal })
    return only.ok ? answered({ area: null, way: [], below: partsOf(only.value.children) }) : only
  })

  /** Fetches the label positions of one level, page by page. */
  const loadLabels = async (level: AdministrativeLevel, lang: Lang): Promise<void> => {
    const found = new Map<string, Position>()
    let cursor: string | undefined
    do {
      const page = await client.ask(exchanges.areas, { query: { level, limit: pageRows, ...(cursor ? { cursor } : {}) }, lang })
      if (!page.ok) return
      for (const area of page.value.areas) if (area.label) found.set(area.code, area.label)
      cursor = page.value.next ?? undefined
    } while (cursor)
    labels.value = found
  }
  return { place: computed<Place | null>(() => at.answer.value), problem: computed(() => at.problem.value), labels, go: at.ask, loadLabels }
})

/** The largest level that this city has; `counts` by level as the meta answer gives them. */
export const topLevel = (counts: Readonly<Record<string, number>>): AdministrativeLevel | null =>
  administrativeLevels.find((level) => (counts[level] ?? 0) > 0) ?? null

/** The smallest level whose areas are few enough to be dots on an overview. */
export const dotLevel = (counts: Readonly<Record<string, number>>): AdministrativeLevel | null =>
  administrativeLevels.toReversed().find((level) => (counts[level] ?? 0) > 0 && counts[level] <= mostDots) ?? null

/** Estates lie beside the grids: the way down goes through the administrative levels. */
const partsOf = (children: readonly AreaRow[]): AreaRow[] => children.filter((area) => area.level !== 'estate')
