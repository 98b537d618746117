import { ref, shallowRef, watch } from 'vue'
import { exchanges } from '../../../geodata/contract/first.ts'
import type { Box, Position } from '../../../geodata/model/geometry.ts'
import { useClient } from '../../api/key.ts'
import { useCityStore } from '../../stores/city.ts'
import type { AreaRow } from '../../stores/areas.ts'
import { useSpeechStore } from '../../stores/speech.ts'
import type { WallAnswer } from './answer.ts'
import { useAreaAnswers } from './areas.ts'
import { boxesMeet, boxOf, touches } from './lasso.ts'

export type LassoLevel = 'community' | 'grid'
/** An address holds the codes: 4000 characters of the contract, at up to 18 digits a code and a comma. */
export const mostChosen = 200
const pageRows = 1000

/** What a lasso chooses among: communities, and within a community its grids; null: there is nothing to choose from. */
export const lassoLevelOf = (answer: WallAnswer | null): LassoLevel | null => {
  const level = answer?.area?.level
  if (!answer || answer.children.length === 0 || level === 'grid' || level === 'estate' || level === 'building') return null
  return level === 'community' ? 'grid' : 'community'
}

/** Areas at most two steps below `top`, whose own parts are `children`; null: the city, and so all of them. */
export const areasBelow = (areas: readonly AreaRow[], top: string | null, children: readonly { code: string }[]): AreaRow[] => {
  const steps = new Set([top, ...children.map(({ code }) => code)])
  return top === null ? [...areas] : areas.filter(({ parent }) => parent !== null && steps.has(parent))
}

/** Chooses areas by what is drawn on the map: first those whose box it meets, of these the ones whose boundary it touches. */
export const useLasso = (answer: () => WallAnswer | null) => {
  const client = useClient()
  const city = useCityStore()
  const speech = useSpeechStore()
  const { areaOf, areasOf } = useAreaAnswers()
  const on = ref(false)
  const busy = ref(false)
  /** What can be chosen; null: not asked for yet. */
  const areas = shallowRef<readonly AreaRow[] | null>(null)
  const problem = ref<{ key: 'lassoNone' | 'lassoMany' | 'lassoFailed'; count: number } | null>(null)
  let turn = 0

  const load = async (): Promise<void> => {
    const now = answer()
    const level = lassoLevelOf(now)
    if (!now || !level) return
    const mine = ++turn
    const found: AreaRow[] = []
    let cursor: string | undefined
    do {
      const page = await client.ask(exchanges.areas, { query: { level, limit: pageRows, ...(cursor ? { cursor } : {}) }, lang: speech.lang })
      if (mine !== turn) return
      if (!page.ok) { problem.value = { key: 'lassoFailed', count: 0 }; return }
      found.push(...page.value.areas)
      cursor = page.value.next ?? undefined
    } while (cursor)
    const top = now.area === null || now.area.level === 'city' ? null : now.area.code
    const parts = top === null ? [] : ((await areaOf(top))?.children ?? [])
    if (mine === turn) areas.value = areasBelow(found, top, parts)
  }
  watch(() => JSON.stringify([on.value, answer()?.area?.code, city.revision]), () => {
    areas.value = null
    problem.value = null
    if (on.value) void load()
  })

  /** Codes of what the drawing touches; null: nothing can be chosen, and `problem` says why. */
  const chosenBy = async (drawn: readonly Position[]): Promise<string[] | null> => {
    problem.value = null
    if (drawn.length < 3) return refused('lassoNone', 0)
    if (!areas.value) await load()
    const box: Box = boxOf(drawn)
    const near = (areas.value ?? []).filter((area) => area.box && boxesMeet(area.box, box))
    if (near.length > mostChosen) return refused('lassoMany', near.length)
    busy.value = true
    const found = await areasOf(near.map(({ code }) => code))
    busy.value = false
    if (found.includes(null)) return refused('lassoFailed', 0)
    const codes = found.flatMap((one) => (one?.boundary && touches(drawn, one.boundary) ? [one.area.code] : []))
    return codes.length === 0 ? refused('lassoNone', 0) : codes
  }
  const refused = (key: NonNullable<typeof problem.value>['key'], count: number): null => {
    problem.value = { key, count }
    return null
  }
  return { on, busy, areas, problem, chosenBy, load }
}
