import * as z from 'zod/mini'
import { organisationKinds, scenes } from '../model/organisation.ts'
import { checkCodes, formulaNames, shownSizes } from '../model/twoNew.ts'
import { download, exchange } from './exchange.ts'
import * as part from './parts.ts'
import { month } from './registers.ts'

const code = z.string().check(z.minLength(1), z.maxLength(64))
const rate = z.object({ /** Organisations in the numerator and the named denominator. */ covered: z.number(), total: z.number(), /** 0..1; null: nothing to divide by, or nobody has said of any of them. */ share: z.nullable(z.number()) })

/** Of one kind in one cut: 组织覆盖率, 单独组建率, 联合组建率, 工作覆盖率 (a superset of 组织覆盖率), 应建已建. */
const figures = z.object({
  /** As registered; excluded by reason; operating = registered - excluded, the denominator. */
  registered: z.number(), excluded: z.object({ shell: z.number(), closed: z.number(), duplicate: z.number() }), operating: z.number(), /** Operating, where nobody has looked whether it does. */ unchecked: z.number(),
  /** Operating, where nobody has said whether it has an organisation: counted as without. */ unsaid: z.number(),
  /** Organised of registered: what the rate would be over everything that is registered. */ overRegistered: rate,
  organised: rate, single: rate, joint: rate, attached: rate, work: rate, workOnly: z.number(), uncovered: z.number(),
  /** So many full members (three, a rule of the catalogue): shall have an organisation of its own, and those that have. */
  due: rate,
  /** Persons, of those operating: protected for leaders (see `protection`), null where too few or unknown. */
  members: z.nullable(z.number()), employees: z.nullable(z.number()), /** Joint branches: fewer than the firms they cover. */ jointBranches: z.number(),
})
const query = { area: z.optional(code), month: z.optional(month) }

export const organisationCoverage = exchange({
  name: 'organisationCoverage', method: 'GET', path: '/api/v1/organisations/coverage', role: 'leader', scope: 'detail',
  summary: { zh: '两新组织覆盖：按区域、载体、类型和规模，企业与社会组织分列', en: 'Coverage of enterprises and of social organisations, each for itself, by area, carrier, scene and size' },
  pathParameters: part.none, query: z.object(query),
  answer: { schema: z.object({
    /** 两新, 三新 …, as the catalogue says. */
    label: z.string(), day: z.string(), ...part.standing,
    /** A sentence for each figure, by its name: what is divided by what. */
    formulas: z.record(z.enum(formulaNames), z.string()),
    /** Never summed into one rate. */
    kinds: z.array(z.object({
      kind: z.enum(organisationKinds), name: z.string(), all: figures, /** Of `all`, those that operate in no community there is. Communities and these make up all. */ outside: figures,
      byArea: z.array(z.object({ code: z.string(), name: z.string(), level: part.level, figures })),
      byScene: z.array(z.object({ scene: z.nullable(z.enum(scenes)), name: z.string(), figures })),
      /** By employees; the classes make up all, save `aboveScale` (规模以上), which stands apart. */
      bySize: z.array(z.object({ size: z.enum(shownSizes), name: z.string(), figures })),
    })),
    /** One that lies in two communities is listed in both; each firm is counted in its own. */
    carriers: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(scenes), position: z.nullable(part.position), communities: z.array(z.object({ code: z.string(), name: z.string() })), enterprises: figures, socialOrganisations: figures })),
    /** 新就业群体: the third group. */
    newEmployment: z.array(z.object({ platform: z.string(), name: z.string(), month: z.nullable(z.string()), workers: z.nullable(z.number()), organised: z.nullable(z.number()), share: z.nullable(z.number()) })),
    protection: part.protection,
    /** What is to be looked at. Which organisations are concerned is for planners: empty for others. */
    checks: z.array(z.object({ code: z.enum(checkCodes), sentence: z.string(), count: z.number(), organisations: z.array(z.string()) })),
  }) },
})

/** uncovered: neither organisation nor work. due: three or more members and none of its own. dispatch: where instructors are to go. excluded: left out of the denominators, and why. */
const lists = ['uncovered', 'due', 'dispatch', 'excluded'] as const
const listQuery = { ...query, kind: z.optional(z.enum(organisationKinds)), list: z.enum(lists), carrier: z.optional(code) }
export const organisationGaps = exchange({
  name: 'organisationGaps', method: 'GET', path: '/api/v1/organisations/gaps', role: 'planner', scope: 'area',
  summary: { zh: '未覆盖、应建未建、指导员派驻和剔除清单', en: 'Lists of those without cover, those due, instructors to send, and exclusions' },
  pathParameters: part.none, query: z.object({ ...listQuery, ...part.page }),
  answer: { schema: z.object({
    total: z.number(), next: z.nullable(z.string()),
    rows: z.array(z.object({
      id: z.string(), name: z.string(), kind: z.enum(organisationKinds), community: z.nullable(z.object({ code: z.string(), name: z.string() })), carrier: z.nullable(z.object({ id: z.string(), name: z.string() })), position: z.nullable(part.position),
      /** Full members and employees of the one organisation: on screen for planners, never in a file; null: unknown. */
      members: z.nullable(z.number()), employees: z.nullable(z.number()),
      /** Why it is in the list, in a sentence without counts of persons. */
      reason: z.string(),
      /** Of those that wait for one, in any list: the instructor with room who is nearest by carrier, community and street, each place given once; null: none has room, or none is needed. */
      instructor: z.nullable(z.object({ id: z.string(), name: z.string(), /** For how many more there is room after this one. */ room: z.number() })),
      /** Task that has taken it up and is not closed (sheet task, origin uncoveredFirm). */
      task: z.nullable(z.string()),
    })),
  }) },
})
export const organisationGapsExport = download({
  name: 'organisationGapsExport', method: 'GET', path: '/api/v1/organisations/gaps/export', role: 'planner', scope: 'area', summary: { zh: '导出两新清单', en: 'The lists as a file' },
  pathParameters: part.none, query: z.object({ ...listQuery, format: z.enum(['csv', 'xlsx', 'geojson']) }), answer: { mediaType: 'application/octet-stream' },
})
