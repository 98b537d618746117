import type { BodyOf } from '../../../geodata/contract/exchange.ts'
import type { sitingStart } from '../../../geodata/contract/siting.ts'
import { candidateKinds, type CandidateKind } from '../../../geodata/model/candidate.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { sitingObjectives, type SitingObjective } from '../../../geodata/model/siting.ts'
import { optional, row, type ValuesOf } from '../../stores/table.ts'
import { subjectOf, type Steps } from '../steps.ts'
import type { OwnPlace } from './upload.ts'

/** Kinds that come from lists of the city; the others are points of the network and places of the reader's own. */
export const listedKinds = ['closedResource', 'lockedGate', 'vacantPremises', 'plannedSite'] as const satisfies readonly CandidateKind[]
export const mostSites = 10
export const spacings = [100, 200, 400] as const
export const limits = [10, 30, 120, 600] as const

/** What is asked for, as it stands in the address. `target` and `land` in percent, `budget` in yuan, `spacing` in metres, `seconds` of time allowed. */
export type Wish = {
  objective: SitingObjective; sites: number; target: number; kinds: readonly CandidateKind[]; excluded: readonly string[]; locked: readonly string[]
  budget: number | null; land: number; seats: boolean; spacing: number; seconds: number
  /** Areas in which nothing may stand: their codes, and drawn ones as `ring=` with their corners (web/plan/ring.ts). */
  free: readonly string[]
}

const whole = (least: number, most: number) => (found: string): number | undefined => (/^\d{1,13}$/.test(found) && Number(found) >= least && Number(found) <= most ? Number(found) : undefined)
/** Ids hold no such sign. */
const between = '~'
const readNames = (found: string): readonly string[] | undefined => (found.length <= 4000 ? found.split(between).filter((name) => name !== '') : undefined)
const names = row<readonly string[]>({ standard: [], history: 'replace', expected: 'fault.code', read: readNames, write: (all) => all.filter((name) => !name.includes(between)).join(between) })
const number = (standard: number, least: number, most: number) => row<number>({ standard, history: 'replace', expected: 'fault.code', read: whole(least, most), write: String })

/** Under names that the question and the steps do not use. `aim` stands there once something was asked for. */
export const wishTable = {
  aim: optional<SitingObjective>('push', 'fault.oneOf', (found) => sitingObjectives.find((one) => one === found), String),
  sites: number(3, 1, mostSites), target: number(80, 1, 100),
  from: row<readonly CandidateKind[]>({
    standard: listedKinds, history: 'replace', expected: 'fault.oneOf', choices: candidateKinds,
    read: (found) => { const wanted = found.split(between); return candidateKinds.filter((kind) => wanted.includes(kind)) }, write: (kinds) => kinds.join(between),
  }),
  not: names, must: names, free: names, budget: optional<number>('replace', 'fault.code', whole(0, 1e12), String), land: number(0, 0, 100),
  seats: row<boolean>({ standard: false, history: 'replace', expected: 'fault.oneOf', choices: ['yes'], read: (found) => (found === 'yes' ? true : undefined), write: (on) => (on ? 'yes' : '') }),
  spacing: number(200, 50, 2000), seconds: number(30, 1, 600),
} as const

export const wishOf = (values: ValuesOf<typeof wishTable>): Wish => ({
  objective: values.aim ?? 'maxCover', sites: values.sites, target: values.target, kinds: values.from, excluded: values.not, locked: values.must.filter((id) => !values.not.includes(id)), budget: values.budget, land: values.land,
  seats: values.seats, spacing: values.spacing, seconds: values.seconds, free: values.free,
})
/** `asked`: whether anything was asked for yet. */
export const valuesOf = (wish: Wish, asked: boolean): ValuesOf<typeof wishTable> => ({
  aim: asked ? wish.objective : null, sites: wish.sites, target: wish.target, from: wish.kinds, not: wish.excluded, must: wish.locked, free: wish.free, budget: wish.budget, land: wish.land, seats: wish.seats, spacing: wish.spacing, seconds: wish.seconds,
})
export const standardWish: Wish = { objective: 'maxCover', sites: 3, target: 80, kinds: listedKinds, excluded: [], locked: [], budget: null, land: 0, seats: false, spacing: 200, seconds: 30, free: [] }

export const drawnMark = 'ring='
const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((other) => other !== id)

/** Not to be taken; what had to be taken is so no longer. */
export const excluding = (wish: Wish, id: string): Wish => (wish.excluded.includes(id) ? wish : { ...wish, excluded: [...wish.excluded, id], locked: without(wish.locked, id) })
/** Free to be taken again, or not. */
export const freeing = (wish: Wish, id: string): Wish => ({ ...wish, excluded: without(wish.excluded, id), locked: without(wish.locked, id) })
/** To be taken in any case: there must be room for all of those. */
export const locking = (wish: Wish, id: string): Wish => {
  const locked = [...without(wish.locked, id), id]
  return { ...wish, locked, excluded: without(wish.excluded, id), sites: Math.min(mostSites, Math.max(wish.sites, locked.length)) }
}

/** What the wish rests on beside itself. `known`: ids of the lists as they are today; null: not known yet. */
export type Ground = { steps: Steps; known: ReadonlySet<string> | null; own: readonly OwnPlace[]; noGo: readonly (readonly (readonly Position[])[])[] }

/** Only maximal covering has a curve; it goes as far as there may be sites. */
export const hasCurve = ({ objective }: Wish): boolean => objective === 'maxCover'
/** Seats are counted where people are covered; land is weighed there too. */
export const weighs = ({ objective }: Wish): boolean => objective === 'maxCover'

/** The longest walk is made short whatever it costs. */
export const hasBudget = ({ objective }: Wish): boolean => objective !== 'pCentre'

/** The wish as it is sent. Names of candidates that are gone, or of kinds that are not asked for, are left out: the server refuses what it does not know. */
export const wishBody = (wish: Wish, { steps, known, own, noGo }: Ground, replaces: string | null): BodyOf<typeof sitingStart> => {
  const kinds = wish.kinds.filter((kind) => kind !== 'uploaded' || own.length > 0)
  const taken = new Set(steps.map(subjectOf))
  const stands = (id: string): boolean => {
    if (taken.has(id)) return false
    if (id.startsWith('point ')) return kinds.includes('networkPoint')
    return known === null || known.has(id) || (kinds.includes('uploaded') && own.some((place) => place.id === id))
  }
  return {
    objective: wish.objective, k: wish.objective === 'setCover' ? 1 : wish.sites, ...(wish.objective === 'setCover' && { targetShare: wish.target / 100 }), kinds: [...kinds],
    ...(kinds.includes('uploaded') && { candidates: own.map(({ id, name, position, costYuan }) => ({ id, name, position: [position[0], position[1]] as [number, number], ...(costYuan !== undefined && { costYuan }) })) }),
    ...(kinds.includes('networkPoint') && { points: { spacingMetres: wish.spacing } }),
    ...(noGo.length > 0 && { noGo: noGo.map((rings) => ({ type: 'Polygon' as const, coordinates: rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])) })) }),
    locked: wish.locked.filter(stands), excluded: wish.excluded.filter(stands), ...(hasBudget(wish) && wish.budget !== null && { budgetYuan: wish.budget }),
    ...(weighs(wish) && { landWeight: wish.land / 100, countsSeats: wish.seats }), ...(hasCurve(wish) && { curve: mostSites }),
    steps: steps as BodyOf<typeof sitingStart>['steps'], limitSeconds: wish.seconds, ...(replaces !== null && { replaces }),
  }
}
