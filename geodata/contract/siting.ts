import * as z from 'zod/mini'
import { candidateKinds, willingnesses } from '../model/candidate.ts'
import { groups } from '../model/facility.ts'
import { sitingObjectives } from '../model/siting.ts'
import { exchange, sending } from './exchange.ts'
import { job } from './jobs.ts'
import * as part from './parts.ts'
import { step, steps } from './steps.ts'

/** What could be done, and which of it helps most. Like what-if always of today's data. */
const id = z.string().check(z.minLength(1), z.maxLength(64))
const count = z.int().check(z.gte(0), z.lte(1_000_000))
const yuan = z.number().check(z.gte(0), z.lte(1e12))
const kind = z.enum(candidateKinds)
const place = z.tuple([z.number().check(z.gte(-180), z.lte(180)), z.number().check(z.gte(-85), z.lte(85))])

const candidate = z.object({
  id: z.string(), kind, name: z.string(), position: part.position, willingness: z.nullable(z.enum(willingnesses)), spareSeats: z.nullable(z.number()),
  /** When the owner offers it, as published. */
  hours: z.nullable(z.string()), costYuan: z.nullable(z.number()),
  /** What choosing it does. */
  step,
  squareMetres: z.nullable(z.number()), note: z.nullable(z.string()), unit: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** Community it stands in; null: none. */
  area: z.nullable(z.object({ code: z.string(), name: z.string() })),
  /** Not taken unless somebody says so: its owner refuses. */
  leftOut: z.boolean(),
})
export type CandidateAnswer = z.infer<typeof candidate>

/** Closed resources of units, locked gates and rows of the register of candidates that could serve the asked area; those of an account bound to areas stand within it. */
export const sitingCandidates = exchange({
  name: 'sitingCandidates', method: 'GET', path: '/api/v1/siting/candidates', role: 'planner', scope: 'area', summary: { zh: '备选点', en: 'Candidates' },
  pathParameters: part.none, query: z.object({ ...part.questionQuery, kind: z.optional(z.enum(['closedResource', 'lockedGate', 'vacantPremises', 'plannedSite'])) }),
  answer: { schema: z.object({ question: part.question, ...part.standing, candidates: z.array(candidate), counts: z.array(z.object({ kind, candidates: z.number() })) }) },
})

export const mostUploaded = 2000
const ring = z.array(place).check(z.minLength(4), z.maxLength(500))

export const sitingStart = sending({
  name: 'sitingStart', method: 'POST', path: '/api/v1/siting', role: 'planner', scope: 'area', summary: { zh: '推荐选址（作为任务）', en: 'Suggest sites (as a job)' },
  pathParameters: part.none, query: z.object(part.questionQuery),
  body: { schema: z.strictObject({
    objective: z.enum(sitingObjectives), /** Most sites taken; of setCover nothing. */ k: z.int().check(z.gte(1), z.lte(50)), /** Of setCover: share of the residents. */ targetShare: z.optional(z.number().check(z.gt(0), z.lte(1))),
    /** Kinds to choose from; absent: all four of the lists. networkPoint goes with `points`, uploaded with `candidates`. */
    kinds: z.optional(z.array(kind).check(z.minLength(1), z.maxLength(candidateKinds.length))),
    /** Places of one's own. */
    candidates: z.optional(z.array(z.strictObject({ id, name: z.string().check(z.minLength(1), z.maxLength(80)), position: place, costYuan: z.optional(yuan), seats: z.optional(count) })).check(z.maxLength(mostUploaded))),
    /** Points on the walking network, so far apart. */
    points: z.optional(z.strictObject({ spacingMetres: z.number().check(z.gte(50), z.lte(2000)) })),
    /** GeoJSON polygons in which nothing may stand. */
    noGo: z.optional(z.array(z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).check(z.minLength(1), z.maxLength(20)) })).check(z.maxLength(50))),
    /** Ids of candidates that are taken in any case, or not at all. One whose owner refuses is only taken when it is locked. */
    locked: z.optional(z.array(id).check(z.maxLength(200))), excluded: z.optional(z.array(id).check(z.maxLength(2000))),
    budgetYuan: z.optional(yuan), /** 0: residents alone; 1: residential land alone. */ landWeight: z.optional(z.number().check(z.gte(0), z.lte(1))), countsSeats: z.optional(z.boolean()),
    /** Up to how many sites the curve goes; absent: k. */
    curve: z.optional(z.int().check(z.gte(1), z.lte(10))),
    /** The scenario it stands on. */
    steps: z.optional(steps), limitSeconds: z.optional(z.int().check(z.gte(1), z.lte(600))),
    /** An older request of one's own that this one takes the place of. */
    replaces: z.optional(z.string().check(z.maxLength(64))),
  }) },
  answer: { schema: job },
})

const byGroup = z.object(Object.fromEntries(groups.map((group) => [group, z.number()])) as Record<(typeof groups)[number], z.ZodMiniNumber>)
const covered = z.object({ residents: part.residentsShare, households: part.householdsShare, buildings: part.countShare, landSquareMetres: part.countShare, communities: part.countShare })

/** What came of a job of siting; jobNotDone while it is not done. */
export const sitingResult = exchange({
  name: 'sitingResult', method: 'GET', path: '/api/v1/jobs/:id/siting', role: 'planner', scope: 'none', summary: { zh: '推荐选址的结果', en: 'What a job of siting found' },
  pathParameters: z.object({ id: z.string().check(z.minLength(1), z.maxLength(64)) }), query: part.none,
  answer: { schema: z.object({
    question: part.question, rule: z.string(), ...part.standing, objective: z.enum(sitingObjectives), k: z.number(), targetShare: z.nullable(z.number()),
    /** In the order of taking; `gain` is over what stands before it. */
    chosen: z.array(z.object({
      candidate, gain: byGroup, buildingsGained: z.number(), byArea: z.array(z.object({ code: z.string(), name: z.string(), residents: z.number() })),
      /** The best one not taken at that turn, and by how many residents of the group; null: none was left. */
      beats: z.nullable(z.object({ id: z.string(), name: z.string(), by: z.number() })),
      /** Why, in the reader's language. */
      sentence: z.string(),
    })),
    /** In `unit`: value reached (residents: newly covered), and what nothing can pass (residents: not more; the others: not less); null: nothing was proven. gapShare 0: proven best. */
    value: z.number(), bound: z.nullable(z.number()), gapShare: z.nullable(z.number()), proven: z.boolean(), unit: z.enum(['residents', 'steps', 'yuan', 'personMetres', 'metres']),
    curve: z.array(z.object({ k: z.number(), value: z.number(), bound: z.nullable(z.number()), proven: z.boolean(), chosen: z.array(z.string()) })),
    before: covered, after: covered, difference: z.object({ residents: z.number(), households: z.number(), buildings: z.number(), landSquareMetres: z.number(), communities: z.number() }),
    stillUncovered: z.object({ residents: z.number(), over60: z.number(), buildings: z.number() }),
    /** A candidate changes the network, so that bound and gains hold for each step by itself; `after` is exact all the same. */
    joint: z.boolean(),
    /** Candidates that meet no street, reach nobody, lie in water or are shut at the hour asked for; those of unknown cost, where there is a budget; those inside areas kept free. */
    unreached: z.array(z.object({ id: z.string(), name: z.string() })), unpriced: z.array(z.object({ id: z.string(), name: z.string() })), noGo: z.array(z.object({ id: z.string(), name: z.string() })),
    candidates: z.number(), seconds: z.number(), stopped: z.enum(['done', 'timeLimit', 'cancelled']),
    /** How it was found and how good it is, in a paragraph. */
    method: z.string(),
    /** What has been asked for, so that it can be asked again. */
    steps: z.array(step),
  }) },
})
