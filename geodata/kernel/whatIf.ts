import { groups, type Group } from '../model/facility.ts'
import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import { asked, askedArea } from './asked.ts'
import type { ReachCache } from './cache.ts'
import { cacheOf } from './caches.ts'
import type { City } from './columns.ts'
import { answerCoverage } from './coverage.ts'
import type { CoverageAnswer } from './figures.ts'
import { homeKinds } from './home.ts'
import { membersOf } from './members.ts'
import { overlaid } from './overlaid.ts'
import { reachedMetres } from './reached.ts'
import { answerStates, stateIndex } from './states.ts'

/** Two cities held against one another by the same question. */
export type WhatIf = {
  before: CoverageAnswer
  after: CoverageAnswer
  /** Residents of each group that are covered in the asked area; sites are judged for each group by itself. `total`: after. */
  groups: Record<Group, { before: number; after: number; total: number }>
  /** Positions of buildings of the asked area that are newly and no longer covered, in dense order. */
  gained: Int32Array
  lost: Int32Array
  /** Positions of buildings of the whole city whose state differs, in dense order. */
  changed: Int32Array
  /** State of every building of the whole city after, as `answerStates`. */
  states: Uint8Array
}

/** What a change would do, for every denominator, group and area. Both sides are answered as any question is, so that nothing can differ from `answerCoverage`. */
export function answerWhatIf(city: City, before: Overlay, after: Overlay, question: Question, cache: ReachCache = cacheOf(city)): WhatIf {
  const area = askedArea(city, question)
  const was = answerStates(city, before, question, cache), states = answerStates(city, after, question, cache)
  const members = area < 0 ? null : membersOf(city, [area])
  const inArea = members === null ? null : new Uint8Array(city.buildings.count)
  if (members && inArea) for (const i of members) inArea[i] = 1
  const gained: number[] = [], lost: number[] = [], changed: number[] = []
  for (let i = 0; i < states.length; i++) {
    if (was[i] === states[i]) continue
    changed.push(i)
    if (inArea !== null && inArea[i] === 0) continue
    if (states[i] === stateIndex.covered) gained.push(i)
    else if (was[i] === stateIndex.covered) lost.push(i)
  }
  const count = (overlay: Overlay, group: Group): { covered: number; total: number } => peopleCovered(city, overlay, { ...question, group }, members, cache)
  const byGroup = groups.map((group) => {
    const now = count(after, group)
    return [group, { before: count(before, group).covered, after: now.covered, total: now.total }] as const
  })
  return {
    before: answerCoverage(city, before, question, cache), after: answerCoverage(city, after, question, cache), groups: Object.fromEntries(byGroup) as WhatIf['groups'],
    gained: Int32Array.from(gained), lost: Int32Array.from(lost), changed: Int32Array.from(changed), states,
  }
}

/** Residents of the question's group at home in the members (null: everywhere): those within the limit, and all. */
function peopleCovered(today: City, overlay: Overlay, question: Question, members: Int32Array | null, cache: ReachCache): { covered: number; total: number } {
  const { limitMetres } = asked(today, overlay, question)
  const city = overlaid(today, overlay)
  const metres = reachedMetres(city, overlay, question, question.group, cache)
  const { kind, count } = city.buildings, residents = city.buildings.residents[question.group]
  let covered = 0, total = 0
  const put = (i: number): void => {
    if (kind[i] !== homeKinds.home) return
    total += residents[i]
    if (metres[i] <= limitMetres) covered += residents[i]
  }
  if (members) members.forEach(put)
  else for (let i = 0; i < count; i++) put(i)
  return { covered, total }
}
