import * as z from 'zod/mini'
import { registerStates, slotStandings } from '../model/register.ts'
import { freshStates, noFigures, wallBoardCodes, wallLenses, wallNumberCodes, wallSources } from '../model/wall.ts'
import { download, exchange } from './exchange.ts'
import * as part from './parts.ts'
import { month } from './registers.ts'

const code = z.string().check(z.minLength(1), z.maxLength(64))
const codes = z.string().check(z.minLength(1), z.maxLength(4000))

/** Which part of the city, and as of when. A choice of several areas is the sum of what is told of each, so that whoever adds and subtracts learns nothing that is not told. */
const query = {
  area: z.optional(code),
  /** Codes of communities, or of grids, with commas between: only these are counted. */
  only: z.optional(codes),
  /** As it stood at the end of that month. */
  month: z.optional(month),
  /** A frozen edition, by its id: answers are those that were frozen. */
  edition: z.optional(code),
}

const fresh = z.object({
  source: z.enum(wallSources), /** Of the newest record, yyyy-mm-dd; null: none states one. */ date: z.nullable(z.string()), state: z.enum(freshStates), ageDays: z.nullable(z.number()),
  /** The rule of this source: days after which it is ageing, and old. */
  ageingAfter: z.number(), oldAfter: z.number(),
})

/** A part of a whole, or a count where `of` is null. Additive: of several areas both are sums. */
const figure = { value: z.nullable(z.number()), of: z.nullable(z.number()) }
const told = z.object({ ...figure, /** Areas whose figure is not told and so not in the sum. */ untold: z.number(), why: z.nullable(z.enum(noFigures)) })

const number = z.object({
  code: z.enum(wallNumberCodes), question: z.string(), ...told.shape,
  /** share: value / of in per cent. count: value, beside it of. */
  shown: z.enum(['share', 'count']), unit: z.string(),
  /** Further counts of the same answer: residents of the buildings, kinds of site opened, satisfied of answered. */
  facts: z.array(z.object({ code: z.string(), name: z.string(), ...figure, shown: z.enum(['share', 'count']), unit: z.string() })),
  better: z.enum(['high', 'low']),
  /** In the unit shown (shares 0..1). confirmed: whether a source says so. null: none is set. */
  target: z.nullable(z.object({ value: z.number(), reached: z.nullable(z.boolean()), confirmed: z.boolean(), source: z.string() })),
  /** Ends of the last months, oldest first; the asked one last. */
  months: z.array(z.object({ month: z.string(), ...figure })),
  fresh, rule: z.string(), formula: z.string(), denominator: z.string(),
  /** How the map shows it: states of buildings, or areas coloured by their own figure. */
  map: z.enum(['states', 'areas']), page: z.string(),
})
export type WallNumber = z.infer<typeof number>

const row = z.object({
  /** Of an area its code; otherwise of the record or the choice. Rows of the same id add up when areas do. */
  id: z.string(), name: z.string(), ...figure,
  /** A second count beside it (pairs: the other rate; gains: persons over 60). */
  second: z.nullable(z.object(figure)),
  state: z.nullable(z.enum(registerStates)),
  /** One line below: why, since when, by whom. */
  note: z.string(),
  /** Areas it concerns: they light up when it is pointed at. */
  areas: z.array(z.string()), position: z.nullable(part.position),
})
export type WallRow = z.infer<typeof row>

const boardHead = { code: z.enum(wallBoardCodes), question: z.string(), /** The question answered in a sentence; '' when nothing was entered. */ answer: z.string(), fresh, rule: z.string(), formula: z.string(), denominator: z.string(), page: z.string(), untold: z.number(), why: z.nullable(z.enum(noFigures)) }
const board = z.discriminatedUnion('kind', [
  /** bars: one length a row. pairs: two. list: rows in the order of need, without lengths. `total`: rows there are, of which the first are here. */
  z.object({ ...boardHead, kind: z.enum(['bars', 'pairs', 'list']), /** What value, of and second count, in words. */ measures: z.array(z.string()), unit: z.string(), rows: z.array(row), total: z.number() }),
  z.object({ ...boardHead, kind: z.literal('halfHours'), day: z.string(), dayName: z.string(), /** 48 each, from 00:00. */ covered: z.array(z.nullable(z.number())), open: z.array(z.number()), total: z.nullable(z.number()),
    /** Communities, inside one its grids, and at which half hours a home there has an open canteen in reach: 48 signs, 1 or 0. Absent in editions that were frozen before it was told. */
    areas: z.optional(z.array(z.object({ code: z.string(), halves: z.string() }))) }),
  z.object({ ...boardHead, kind: z.literal('matrix'), columns: z.array(z.object({ code: z.string(), name: z.string(), short: z.string() })), rows: z.array(z.object({ code: z.string(), name: z.string(), cells: z.array(z.enum(slotStandings)) })) }),
])
export type WallBoard = z.infer<typeof board>

const areaName = z.object({ code: z.string(), name: z.string(), level: part.level })

export const wall = exchange({
  name: 'wall', method: 'GET', path: '/api/v1/wall', role: 'leader', scope: 'detail', summary: { zh: '大屏：八个数和十二块板', en: 'The wall: eight numbers and twelve boards' },
  pathParameters: part.none, query: z.object(query),
  answer: { schema: z.object({
    area: z.nullable(z.object({ ...areaName.shape, chain: z.array(areaName) })), only: z.array(areaName), month: z.nullable(z.string()), day: z.string(),
    /** Months there are figures for, both included. */
    months: z.object({ from: z.string(), to: z.string() }),
    edition: z.nullable(z.object({ id: z.string(), name: z.string(), day: z.string(), frozen: z.string(), /** Version of the outlines its states of buildings belong to (meta: tileVersions.outlines). */ geometry: z.optional(z.string()) })),
    /** Context in one thin strip. */
    strip: z.object({ communities: z.number(), grids: z.number(), buildings: z.number(), residents: z.nullable(z.number()), units: z.number(), sites: z.number() }),
    numbers: z.array(number), boards: z.array(board),
    /** The next level down, each with its own figures: what one drills into, and what the map colours. */
    children: z.array(z.object({ ...areaName.shape, box: z.nullable(part.box), label: z.nullable(part.position), residents: z.nullable(z.number()), numbers: z.partialRecord(z.enum(wallNumberCodes), z.object(figure)) })),
    ...part.standing, protection: part.protection,
  }) },
})

/** The records behind a number or a board, and what the map lights. */
export const wallRecords = exchange({
  name: 'wallRecords', method: 'GET', path: '/api/v1/wall/records', role: 'leader', scope: 'detail', summary: { zh: '一个数背后的记录', en: 'The records behind a number' },
  pathParameters: part.none, query: z.object({ ...query, subject: z.enum([...wallNumberCodes, ...wallBoardCodes]), ...part.page }),
  answer: { schema: z.object({
    subject: z.string(), question: z.string(), rule: z.string(), formula: z.string(), denominator: z.string(), figure: told, fresh,
    columns: z.array(z.string()), rows: z.array(z.object({ id: z.string(), name: z.string(), area: z.nullable(z.string()), areaName: z.nullable(z.string()), position: z.nullable(part.position), cells: z.array(z.union([z.string(), z.number(), z.null()])), state: z.nullable(z.enum(registerStates)) })),
    total: z.number(), next: z.nullable(z.string()),
    /**
     * States of buildings that are counted (of the lens of the number), codes of areas, ids of places. `buildings`: which buildings, one bit each in dense order from the
     * lowest of the first byte, base64; absent where no building is counted, and in editions that were frozen before it was told.
     */
    lights: z.object({ states: z.array(part.state), buildings: z.optional(z.string()), areas: z.array(z.string()), places: z.array(z.object({ id: z.string(), name: z.string(), position: part.position })) }),
    ...part.standing, protection: part.protection,
  }) },
})

/** One byte a building in dense order, as `states`: what leaders may see of a building is its state, never its residents. */
export const wallStates = download({
  name: 'wallStates', method: 'GET', path: '/api/v1/wall/states', role: 'leader', scope: 'none', summary: { zh: '大屏上每栋楼的状态', en: 'State of every building for the wall' },
  pathParameters: part.none, query: z.object({ lens: z.enum(wallLenses), month: z.optional(month), edition: z.optional(code) }), answer: { mediaType: 'application/octet-stream' },
})

/** Which home lies in which hexagon (H3): with the states of buildings a wall counts by hexagon, as of any month or edition of the same geometry. */
export const wallHexagons = exchange({
  name: 'wallHexagons', method: 'GET', path: '/api/v1/wall/hexagons', role: 'leader', scope: 'none', summary: { zh: '大屏上的六边形和其中的住宅楼', en: 'Hexagons of the wall and the homes in them' },
  pathParameters: part.none, query: z.object({ /** H3. */ resolution: z.int().check(z.gte(8), z.lte(10)), /** Homes of this area alone: of a large city the finest hexagons are megabytes. */ area: z.optional(code) }),
  answer: { schema: z.object({
    resolution: z.number(), /** As asked; null: the whole city. */ area: z.nullable(z.string()), cells: z.array(z.object({ id: z.string(), ring: z.array(part.position) })),
    /** By dense index of the building, its place in `cells`; -1: no home, or none of the area. */
    buildings: z.array(z.number()), ...part.standing,
  }) },
})

/** One building by its dense index: name, state and reason; no residents. Of an edition its state alone, which is what was kept. */
export const wallBuilding = exchange({
  name: 'wallBuilding', method: 'GET', path: '/api/v1/wall/buildings/:index', role: 'leader', scope: 'none', summary: { zh: '一栋楼的状态和原因', en: 'State of one building, and why' },
  pathParameters: z.object({ index: z.string().check(z.regex(/^\d{1,8}$/)) }), query: z.object({ lens: z.enum(wallLenses), month: z.optional(month), edition: z.optional(code) }),
  answer: { schema: z.object({ index: z.number(), name: z.string(), storeys: z.nullable(z.number()), areas: z.array(areaName), state: part.state, sentence: z.string(), nearest: z.nullable(z.object({ facility: z.string(), name: z.string(), position: part.position, metres: z.number(), minutes: z.number(), admits: z.boolean() })), ...part.standing }) },
})
