import * as z from 'zod/mini'
import { download, exchange, formats } from './exchange.ts'
import * as part from './parts.ts'

const byState = z.object({
  state: part.state,
  buildings: z.number(),
  /** Residents of the asked group in buildings of this state. */
  residents: z.nullable(z.number()),
})

const areaFigures = z.object({
  code: z.string(), name: z.string(), level: part.level, parent: z.nullable(z.string()),
  residents: part.residentsShare, households: part.householdsShare, buildings: part.countShare, landSquareMetres: part.countShare,
  communities: part.countShare,
  /** Homes whose residents are unknown. */
  noDataBuildings: z.number(),
  /** Facilities of the category standing in the area, and those that admit the group. */
  facilities: z.number(), admittingFacilities: z.number(),
})
export type AreaFigures = z.infer<typeof areaFigures>

export const coverage = exchange({
  name: 'coverage', method: 'GET', path: '/api/v1/coverage', role: 'public', scope: 'detail',
  summary: { zh: '覆盖率:四种分母,按区域', en: 'Coverage by four denominators, and by area' },
  pathParameters: part.none,
  query: z.object(part.questionQuery),
  answer: { schema: z.object({
    question: part.question,
    /** The rule in a sentence, in the reader's language. */
    rule: z.string(),
    hour: part.hour,
    ...part.standing,
    protection: part.protection,
    residents: part.residentsShare,
    households: part.householdsShare, buildings: part.countShare, landSquareMetres: part.countShare, communities: part.countShare,
    states: z.array(byState),
    noDataBuildings: z.number(), facilities: z.number(), admittingFacilities: z.number(),
    byArea: z.array(areaFigures),
    /** Levels whose areas would make byArea longer than a few thousand rows: ask for them within an area. */
    levelsLeftOut: z.array(part.level),
  }) },
})

const gapRow = z.object({
  building: z.object({
    id: z.string(), name: z.string(), position: part.position,
    /** Dense index in the building tiles of this dataVersion. */
    index: z.number(),
    /** Codes by level. */
    areas: z.object({ district: z.nullable(z.string()), street: z.nullable(z.string()), community: z.nullable(z.string()), grid: z.nullable(z.string()), estate: z.nullable(z.string()) }),
    community: z.nullable(z.string()),
  }),
  /** Residents of the asked group; estimated when `counted` is false; null: fewer than k, or hidden with such a one. */
  residents: z.nullable(z.number()), counted: z.boolean(),
  state: part.state, reason: part.reason,
  /** Where the reason is the hour: the nearest site that would do at another one. */
  shut: z.nullable(z.object({ facility: z.string(), name: z.string() })),
  /** The reason in a sentence. */
  sentence: z.string(),
  /** The nearest site that admits the group and is open at the hour asked for, however far; else the nearest that admits; else the nearest; null when none is connected. */
  nearest: z.nullable(z.object({
    facility: z.string(), name: z.string(), admits: z.boolean(), /** At the hour asked for; null: none was. */ isOpen: z.nullable(z.boolean()), metres: z.number(), minutes: z.number(), missesByMetres: z.number(), missesByMinutes: z.number(),
  })),
})
export type GapRow = z.infer<typeof gapRow>

export const gaps = exchange({
  name: 'gaps', method: 'GET', path: '/api/v1/coverage/gaps', role: 'planner', scope: 'area', formats,
  summary: { zh: '服务空白楼栋,附原因', en: 'Buildings left out, and why' },
  pathParameters: part.none,
  query: z.object({
    ...part.questionQuery, ...part.page,
    format: z.optional(z.enum(formats)),
    /** need = residents x minutes missed (not connected: as much as the one who misses by most), residents, minutes, name. */
    sort: z.optional(z.enum(['need', 'residents', 'minutes', 'name'])),
  }),
  answer: { schema: z.object({
    question: part.question, rule: z.string(), hour: part.hour, ...part.standing,
    /** Buildings and residents left out in the whole answer, not only on this page. */
    total: z.number(), totalResidents: z.nullable(z.number()), estimatedShare: z.nullable(z.number()),
    rows: z.array(gapRow), next: z.nullable(z.string()),
  }) },
})

/** One byte a building in dense order: its index in buildingStates. */
export const states = download({
  name: 'states', method: 'GET', path: '/api/v1/coverage/states', role: 'planner', scope: 'area',
  summary: { zh: '每栋楼的状态,一楼一字节', en: 'State of every building, one byte each' },
  pathParameters: part.none,
  query: z.object(part.questionQuery),
  answer: { mediaType: 'application/octet-stream' },
})

/** Sites of a category that are not open at an instant, or of which nobody can say: what a worker with a pack cannot know, since packs hold no hours. */
export const shutSites = exchange({
  name: 'shutSites', method: 'GET', path: '/api/v1/coverage/shut', role: 'planner', scope: 'none',
  summary: { zh: '某一时刻没有开门的设施', en: 'Sites that are not open at an instant' },
  pathParameters: part.none,
  query: z.object({ category: part.questionQuery.category, at: z.string().check(z.maxLength(40)), asOf: part.questionQuery.asOf }),
  answer: { schema: z.object({ at: z.string(), shut: z.array(z.string()) }) },
})
