import type { Overlay } from '../../model/overlay.ts'
import type { Question } from '../../model/question.ts'
import type { City } from '../columns.ts'
import { isStanding } from '../columns.ts'
import { checkOverlay, sourceIfOpened, sourcesOf } from '../sources.ts'
import type { Source } from '../sources.ts'
import type { Way } from '../way.ts'
import { wayOf } from '../way.ts'
import type { SitingHooks } from './exact.ts'
import { joinOverlays } from './joinOverlays.ts'
import type { MedianRow } from './median.ts'

/** One thing that could be done. `overlay`: what it does, alone. */
export type SitingCandidate = { id: string; overlay: Overlay; costYuan: number | null }

/** By candidate the homes it brings nearer than what stands, as numbers of demands. */
export type CandidateRows = { rows: MedianRow[]; before: Float32Array; stopped: boolean }

/** Whether it changes where one may walk, so that what it does with others together may be more than each alone. */
export const changesNetwork = ({ openedGates, lockedGates, passages }: Overlay): boolean => openedGates.length + lockedGates.length + (passages?.length ?? 0) > 0

/**
 * Metres of each candidate alone to the buildings within the bound that are then nearer to a site than before. Sites it opens take one row each; one that changes the network or takes sites away is compared with
 * the city before. `demandOf[building]`: -1 = not asked about. O(rows), and a column for each of the latter.
 */
export function candidateRows(city: City, overlay: Overlay, question: Question, candidates: readonly SitingCandidate[], demandOf: Int32Array, boundMetres: number, hooks: SitingHooks): CandidateRows {
  const way = wayOf(city, overlay, question)
  const standing = sourcesOf(city, overlay, question.category, question.group)
  const before = way.column(standing, boundMetres, null)
  const rows: MedianRow[] = []
  const none: MedianRow = { demands: new Int32Array(0), metres: new Float32Array(0) }
  let stopped = false
  for (const [index, { overlay: change }] of candidates.entries()) {
    if (stopped || (index % 64 === 0 && !hooks.going())) {
      stopped = true
      rows.push(none)
      continue
    }
    if (index % 64 === 0) hooks.progress('rows', index, candidates.length)
    const opened = openedBy(city, overlay, change, question)
    rows.push(opened ? rowOfSources(way, opened, demandOf, before, boundMetres) : rowByComparison(city, joinOverlays([overlay, change]), question, demandOf, before, boundMetres))
  }
  return { rows, before, stopped }
}

/** Refuses a candidate that names what the city does not have. RangeError "candidate x: …". */
export function checkCandidates(city: City, overlay: Overlay, candidates: readonly SitingCandidate[]): void {
  const added = new Set(overlay.added.map((site) => site.id)), ids = new Set<string>()
  for (const { id, overlay: change, costYuan } of candidates) {
    if (ids.has(id)) throw new RangeError(`candidate ${id}: expected an id of its own, got one already used`)
    ids.add(id)
    if (costYuan !== null && !(costYuan >= 0 && costYuan < Infinity)) throw new RangeError(`candidate ${id}: expected a cost of 0 yuan or more, got ${costYuan}`)
    const clash = change.added.find((site) => added.has(site.id))
    if (clash) throw new RangeError(`candidate ${id}: expected a new id for an added facility, got ${clash.id}`)
    try {
      checkOverlay(city, added.size === 0 ? change : { ...change, added: [...overlay.added, ...change.added] })
    } catch (error) {
      throw new RangeError(`candidate ${id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
}

/** The sites it opens, where that is all it does; else null. */
function openedBy(city: City, overlay: Overlay, change: Overlay, question: Question): Source[] | null {
  if (changesNetwork(change) || change.closed.length + change.replaced.length + change.residents.length > 0) return null
  const touched = overlay.closed.length + overlay.replaced.length + overlay.admissions.length > 0
  const shut = overlay.shut || change.shut ? { shut: new Set([...(overlay.shut ?? []), ...(change.shut ?? [])]) } : {}
  const sources: Source[] = []
  for (const site of change.added) {
    const admission = change.admissions.find((row) => row.facility === site.id)?.admission ?? site.admission
    const source = sourceIfOpened(city, shut, question.category, question.group, { added: { ...site, admission } })
    if (source) sources.push(source)
  }
  for (const { facility, admission } of change.admissions) {
    if (change.added.some((site) => site.id === facility)) continue
    const index = city.facilities.byId.get(facility)
    // What the scenario has touched already is compared as a whole, and so is what may let in fewer.
    if (index === undefined || touched || !isStanding(city.facilities, index)) return null
    const today = sourceIfOpened(city, shut, question.category, question.group, { facility: index, admission: city.facilities.admissions[index] })
    const then = sourceIfOpened(city, shut, question.category, question.group, { facility: index, admission })
    if (today && today.onlyKey !== then?.onlyKey) return null
    if (then && !today) sources.push(then)
  }
  return sources
}

function rowOfSources(way: Way, sources: readonly Source[], demandOf: Int32Array, before: Float32Array, boundMetres: number): MedianRow {
  if (sources.length === 1) return rowOfOne(way, sources[0], demandOf, before, boundMetres)
  const least = new Map<number, number>()
  for (const source of sources) {
    const { buildings, metres } = way.row(source, boundMetres)
    for (let i = 0; i < buildings.length; i++) {
      const demand = demandOf[buildings[i]]
      if (demand >= 0 && metres[i] < before[buildings[i]] && metres[i] < (least.get(demand) ?? Infinity)) least.set(demand, metres[i])
    }
  }
  return { demands: Int32Array.from(least.keys()), metres: Float32Array.from(least.values()) }
}

function rowOfOne(way: Way, source: Source, demandOf: Int32Array, before: Float32Array, boundMetres: number): MedianRow {
  const row = way.row(source, boundMetres)
  const demands = new Int32Array(row.buildings.length), metres = new Float32Array(row.buildings.length)
  let count = 0
  for (let i = 0; i < row.buildings.length; i++) {
    const demand = demandOf[row.buildings[i]]
    if (demand < 0 || !(row.metres[i] < before[row.buildings[i]])) continue
    demands[count] = demand
    metres[count++] = row.metres[i]
  }
  return { demands: demands.slice(0, count), metres: metres.slice(0, count) }
}

function rowByComparison(city: City, joined: Overlay, question: Question, demandOf: Int32Array, before: Float32Array, boundMetres: number): MedianRow {
  const after = wayOf(city, joined, question).column(sourcesOf(city, joined, question.category, question.group), boundMetres, null)
  const demands: number[] = [], metres: number[] = []
  for (let building = 0; building < after.length; building++) if (demandOf[building] >= 0 && after[building] < before[building]) {
    demands.push(demandOf[building])
    metres.push(after[building])
  }
  return { demands: Int32Array.from(demands), metres: Float32Array.from(metres) }
}
