import * as z from 'zod/mini'
import { groups } from '../model/facility.ts'
import { stepKinds } from '../model/step.ts'
import { longestScenarioName } from '../model/step.ts'
import { sending, sendingForFile } from './exchange.ts'
import * as part from './parts.ts'
import { steps } from './steps.ts'

/** Every figure of an area or of the whole, as `coverage` has it. */
const figures = z.object({
  residents: part.residentsShare, households: part.householdsShare, buildings: part.countShare, landSquareMetres: part.countShare, communities: part.countShare,
  noDataBuildings: z.number(), facilities: z.number(), admittingFacilities: z.number(),
})
/** What is covered, before and after, of how much; null where it is not told. */
const change = z.object({ before: z.nullable(z.number()), after: z.nullable(z.number()), total: z.nullable(z.number()) })
const buildingRow = z.object({
  /** index: dense, as in the building tiles of this dataVersion. */
  building: z.object({ id: z.string(), name: z.string(), index: z.number(), position: part.position }), /** Names of what it lies in; null: none. */ estate: z.nullable(z.string()), community: z.nullable(z.string()),
  /** Of the asked group; null: fewer than k, or hidden with such a one. */
  residents: z.nullable(z.number()), counted: z.boolean(), before: part.state, after: part.state,
})
/** `total`: buildings in all; rows are those with most residents. people: who lives in all of them, by group; null where it would give a hidden count away. */
const buildings = z.object({ total: z.number(), people: z.array(z.object({ group: z.enum(groups), residents: z.nullable(z.number()) })), rows: z.array(buildingRow) })

/** Most rows of buildings gained, and of those lost. */
export const mostChangedRows = 500

/**
 * What a list of steps would do: before (today, or with the steps of `against`), after, and the difference. Always of today's data: asOf is refused. Asked for an hour,
 * sites, gates and passages count by their hours, and a site whose hours nobody stated counts as shut.
 */
export const whatIf = sending({
  name: 'whatIf', method: 'POST', path: '/api/v1/what-if', role: 'planner', scope: 'area', summary: { zh: '如果这样做：之前、之后和差', en: 'What if: before, after and the difference' },
  pathParameters: part.none, query: z.object(part.questionQuery), body: { schema: z.strictObject({ steps, /** What it is held against; absent: today. */ against: z.optional(steps) }) },
  answer: { schema: z.object({
    question: part.question, rule: z.string(), hour: part.hour, ...part.standing, protection: part.protection,
    /** The steps in words, in their order. */
    steps: z.array(z.object({ kind: z.enum(stepKinds), sentence: z.string() })),
    before: figures, after: figures,
    /** After less before, of what is covered; of sites how many stand and how many admit the group. */
    difference: z.object({ residents: z.number(), households: z.number(), buildings: z.number(), landSquareMetres: z.number(), communities: z.number(), facilities: z.number(), admittingFacilities: z.number() }),
    /** Residents covered in the asked area, by group; sites are judged for each group by itself. */
    groups: z.array(z.object({ group: z.enum(groups), before: z.number(), after: z.number(), total: z.number() })),
    /** In or under the asked area; the row of what lies outside every area has the code `outside`. */
    byArea: z.array(z.object({ code: z.string(), name: z.string(), level: part.level, parent: z.nullable(z.string()), residents: change, households: change, buildings: change, landSquareMetres: change, communities: change })),
    levelsLeftOut: z.array(part.level),
    gained: buildings, lost: buildings,
    /** Homes by state in the asked area, in the order of buildingStates. */
    states: z.array(z.object({ state: part.state, before: z.number(), after: z.number() })),
  }) },
})

/** A proposal to take away. xlsx: summary, areas, who is left, sites and method, a sheet each; csv: who is left after the steps; geojson: steps, sites, buildings gained, lost and left. Counts below k are not written. */
export const whatIfFile = sendingForFile({
  name: 'whatIfFile', method: 'POST', path: '/api/v1/what-if/file', role: 'planner', scope: 'area', summary: { zh: '推演结果文件', en: 'What if, as a file' },
  pathParameters: part.none, query: z.object({ ...part.questionQuery, format: z.enum(['csv', 'xlsx', 'geojson']) }),
  body: { schema: z.strictObject({ /** Of the scenario; absent: none. */ name: z.optional(z.string().check(z.trim(), z.maxLength(longestScenarioName))), steps }) }, answer: { mediaType: 'application/octet-stream' },
})

const capacityBody = z.strictObject({
  steps, /** How many use a seat one after another; absent: the catalogue's. */ personsPerSeat: z.optional(z.number().check(z.gt(0), z.lte(100))),
  /** Share of the group that comes, 0 to 1; absent: the catalogue's. */ useShare: z.optional(z.number().check(z.gt(0), z.lte(1))),
})

/**
 * Who finds a seat with the steps done: residents take places nearest first, over the whole city; an account that is bound to areas is told of nobody outside them, not even by the seats they take. Residents of the asked group; those of the asked area, but `load`, which is of the whole
 * city. Catchments share out everybody in reach; a contribution is whom no other site reaches.
 */
export const capacity = sending({
  name: 'capacity', method: 'POST', path: '/api/v1/what-if/capacity', role: 'planner', scope: 'area', summary: { zh: '座位够不够：服务范围、贡献和备选', en: 'Seats: catchments, contribution and backup' },
  pathParameters: part.none, query: z.object(part.questionQuery), body: { schema: capacityBody },
  answer: { schema: z.object({
    question: part.question, rule: z.string(), hour: part.hour, ...part.standing,
    personsPerSeat: z.number(), useShare: z.number(), /** Both numbers are examples that nobody has confirmed. */ unconfirmed: z.boolean(),
    /** total; served; in reach of sites that are all full; with two or more sites in reach. */
    residents: z.object({ total: z.number(), served: z.number(), turnedAway: z.number(), backup: z.number() }),
    unknownSeats: z.number(),
    /** Buildings of the asked area by state when seats count, in the order of buildingStates, and the residents who live in them. */
    states: z.array(z.object({ state: part.state, buildings: z.number(), residents: z.number() })),
    /** By load over what the seats hold, fullest first, then by catchment. */
    sites: z.array(z.object({
      facility: z.string(), name: z.string(), position: part.position, seats: z.nullable(z.number()), /** Residents the seats are enough for; null: unknown. */ holds: z.nullable(z.number()),
      load: z.number(), reached: z.number(), catchment: z.number(), contribution: z.number(), /** Put up by the steps. */ added: z.boolean(),
    })),
  }) },
})

/** State of every building when seats count, one byte each: what is covered and full of seats taken is `full`. */
export const capacityStates = sendingForFile({
  name: 'capacityStates', method: 'POST', path: '/api/v1/what-if/capacity/states', role: 'planner', scope: 'area', summary: { zh: '计座位时每栋楼的状态', en: 'State of every building when seats count' },
  pathParameters: part.none, query: z.object(part.questionQuery), body: { schema: capacityBody }, answer: { mediaType: 'application/octet-stream' },
})
