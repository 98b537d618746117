import type { Overlay, Passage } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import type { City } from './columns.ts'
import { lockKinds } from './columns.ts'
import type { DoorSnaps } from './doors.ts'
import { snapDoors } from './doors.ts'
import type { Network } from './network.ts'
import { passagesKey, withPassages } from './passages.ts'
import { profileOf, ruleValue } from './question.ts'
import type { Scratch } from './search.ts'
import { scratchFor } from './search.ts'
import type { SegmentCells } from './segments.ts'
import { segmentCells } from './segments.ts'
import type { Snaps } from './snap.ts'
import { snapPoints } from './snap.ts'
import type { Walk } from './walk.ts'
import { walkOver } from './walk.ts'

/** All a search needs to know of a city for one way of walking. Worked out once per city and way, and kept as long as the city lives. */
export type Footing = {
  /** With the streets that are walked, passages among them. */
  city: City
  /** 'all' or 'stepFree', then the gates opened (+) and locked (-) and the passages (~): equal text, equal footing. */
  key: string
  walk: Walk
  doors: DoorSnaps
  scratch: Scratch
  /** Where other places meet the network, one snap each; within the catalogue's snapMetres unless another limit is given. */
  snapPlaces(places: readonly { x: number; y: number }[], withinMetres?: number): Snaps
}

/** The footing a question asks for. A locked gate stops the walk unless the overlay opens it; one locked at hours is passable while no hour is asked, unless the overlay locks it. */
export function footingFor(city: City, overlay: Overlay, question: Question): Footing {
  return footingOf(city, !profileOf(city.catalogue, question).steps, overlay.openedGates, overlay.lockedGates, overlay.passages)
}

export function footingOf(today: City, stepFree: boolean, openedGates: readonly string[], lockedGates: readonly string[] = [], passages: readonly Passage[] = []): Footing {
  const kept = keptFor(today)
  // Without stairs in the city both ways of walking are one.
  const without = stepFree && today.network.edgeSteps.includes(1)
  const { ids, locked } = today.gates
  const isLocked = (id: string): boolean => locked[ids.indexOf(id)] === lockKinds.always
  const opened = [...new Set(openedGates)].toSorted().filter(isLocked), shut = [...new Set(lockedGates)].toSorted().filter((id) => !isLocked(id))
  const through = passagesKey(passages)
  const key = [without ? 'stepFree' : 'all', ...opened.map((id) => `+${id}`), ...shut.map((id) => `-${id}`), ...(through === '' ? [] : [through])].join(' ')
  const known = kept.footings.get(key)
  if (known && kept.walked.has(key)) return known
  const { network, grounds } = through === '' ? { network: today.network, grounds: kept.grounds } : passedFor(today, through, passages)
  const city = network === today.network ? today : { ...today, network }
  const ground = groundFor(city, grounds, without)
  const { walk, scratch } = kept.walked.get(key) ?? walked(city, without, opened, shut)
  const limitMetres = ruleValue(city.catalogue, 'snapMetres')
  const footing: Footing = {
    city, key, walk, doors: ground.doors, scratch,
    snapPlaces: (places, withinMetres = limitMetres) => snapPoints(network, ground.cells, Float32Array.from(places, (place) => place.x), Float32Array.from(places, (place) => place.y), withinMetres),
  }
  // Today's gates stay; of the opened ones only the last few, a what-if session tries many.
  if (kept.walked.size > 6) for (const old of kept.walked.keys()) if (old.includes(' ')) { kept.walked.delete(old); kept.footings.delete(old); break }
  kept.walked.set(key, { walk, scratch })
  kept.footings.set(key, footing)
  return footing
}

/** From now on two cities with the same streets and places work out together where buildings meet the streets (`grounds`), and with the same gates the walks too. */
export function carryFootings(before: City, after: City, what: 'grounds' | 'walks'): void {
  const { walked, grounds, passed } = keptFor(before)
  keptByCity.set(after, { footings: new Map(), walked: what === 'walks' ? walked : new Map(), grounds, passed })
}

type Ground = { cells: SegmentCells; doors: DoorSnaps }
type Walked = Pick<Footing, 'walk' | 'scratch'>
/** Walks and grounds know nothing of sites and residents, so that revisions of a city share them. */
type Kept = { footings: Map<string, Footing>; walked: Map<string, Walked>; grounds: Map<boolean, Ground>; passed: Map<string, Passed> }
/** The streets with passages, by their key. */
type Passed = { network: Network; grounds: Map<boolean, Ground> }
const keptByCity = new WeakMap<City, Kept>()

function keptFor(city: City): Kept {
  const kept = keptByCity.get(city) ?? { footings: new Map(), walked: new Map(), grounds: new Map(), passed: new Map() }
  keptByCity.set(city, kept)
  return kept
}

function walked(city: City, stepFree: boolean, opened: readonly string[], shut: readonly string[]): Walked {
  const walk = walkOver(city.network, stepFree, lockedNodes(city, opened, shut))
  return { walk, scratch: scratchFor(walk) }
}

function groundFor(city: City, grounds: Map<boolean, Ground>, stepFree: boolean): Ground {
  const known = grounds.get(stepFree)
  if (known) return known
  const cells = segmentCells(city.network, stepFree)
  const ground = { cells, doors: snapDoors(city, cells, ruleValue(city.catalogue, 'snapMetres')) }
  grounds.set(stepFree, ground)
  return ground
}

function passedFor(city: City, key: string, passages: readonly Passage[]): Passed {
  const { passed } = keptFor(city)
  const known = passed.get(key)
  if (known) return known
  const fresh: Passed = { network: withPassages(city.network, city.plane, passages, footingOf(city, false, []).snapPlaces), grounds: new Map() }
  for (const old of passed.keys()) if (passed.size > 3) passed.delete(old)
  passed.set(key, fresh)
  return fresh
}

function* lockedNodes(city: City, opened: readonly string[], shut: readonly string[]): Iterable<number> {
  const { count, ids, node, locked } = city.gates
  const open = new Set(opened), closed = new Set(shut)
  for (let gate = 0; gate < count; gate++) if (node[gate] >= 0 && (locked[gate] === lockKinds.always ? !open.has(ids[gate]) : closed.has(ids[gate]))) yield node[gate]
}
