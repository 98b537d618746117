import * as z from 'zod/mini'
import { calendarModes, sessionNames } from '../hours/rule.ts'
import { bookings, payments } from '../model/offer.ts'
import { dayTypes, holidayCodes } from '../model/holidays.ts'
import { admittances, reportFields, reportStates, venueFilters, venueStates } from '../model/venue.ts'
import { audiences } from '../model/facility.ts'
import { exchange, sending } from './exchange.ts'
import * as part from './parts.ts'

/** The public finder: places near a start, on foot, open at an instant, for who asks. */

const code = z.string().check(z.minLength(1), z.maxLength(64))
const yes = z.optional(z.literal('yes'))
const ranges = z.nullable(z.readonly(z.array(z.object({ from: z.string(), to: z.string() }))))
const numbers = z.nullable(z.readonly(z.array(z.number())))

/** geodata/hours/rule.ts, so that a page flips states at the right minute by itself, also without a network. */
export const rule = z.object({
  clauses: z.readonly(z.array(z.object({
    days: z.object({ weekdays: numbers, nth: numbers, types: z.nullable(z.readonly(z.array(z.enum(dayTypes)))), holidays: z.nullable(z.readonly(z.array(z.enum(holidayCodes)))), seasons: ranges, dates: ranges }),
    sessions: z.readonly(z.array(z.object({ from: z.number(), to: z.number(), lastEntry: z.nullable(z.number()), byAppointment: z.boolean(), name: z.union([z.enum(sessionNames), z.literal('')]) }))),
    adds: z.boolean(),
  }))),
  calendarMode: z.enum(calendarModes),
})
const suspension = z.object({ from: z.string(), until: z.nullable(z.string()), reason: z.string() })

/** Who asks. Nothing of it is kept. */
const whoAsks = {
  /** Whole years. */
  age: z.optional(z.int().check(z.gte(0), z.lte(150))),
  /** Code of the community one lives in, 'elsewhere' for none of this city; absent: that of the start, where the start is a home. */
  resident: z.optional(code),
  /** What one is beside a resident: a courier, a member of staff … */
  audience: z.optional(z.enum(audiences)),
}
const start = {
  /** lon,lat of the start, in degrees of CGCS2000. Not together with `building`. */
  near: z.optional(z.string().check(z.minLength(3), z.maxLength(60))),
  /** Or the building one starts from. */
  building: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
}
/** ISO instant with its offset; absent: now. */
const at = z.optional(z.string().check(z.maxLength(40)))

export const venueQuery = {
  ...start, ...whoAsks, at,
  open: z.optional(z.enum(['now', 'any'])),
  category: z.optional(code),
  /** Code of a wish of the catalogue: several categories at once. */
  wish: z.optional(code),
  /** admits: those that let in whoever asks; stepFree: those without steps, on foot around all stairs; the others as their names say. */
  admits: yes, stepFree: yes, delivers: yes, cash: yes, noBooking: yes, halal: yes, toilet: yes, free: yes,
  q: z.optional(z.string().check(z.maxLength(60))),
  /** Only within this area. */
  area: z.optional(code),
  /** Only within so many minutes of an older person's walk. */
  minutes: z.optional(z.int().check(z.gte(1), z.lte(90))),
  limit: z.optional(z.int().check(z.gte(1), z.lte(200))), cursor: z.optional(z.string().check(z.maxLength(200))),
}

/** The day of the instant, in Asia/Shanghai. */
const day = z.object({ day: z.string(), type: z.nullable(z.enum(dayTypes)), /** Name of the holiday; '' for none. */ name: z.string(), /** No arrangement of holidays is known for the year: states come from weekdays. */ calendarMissing: z.boolean() })

const origin = z.object({
  kind: z.enum(['building', 'point']), id: z.nullable(z.string()), /** '' for a point outside all communities. */ label: z.string(), position: part.position,
  /** Of the community the start lies in. */
  community: z.nullable(z.string()), communityName: z.nullable(z.string()),
  /** false: no street was found near the start, so nothing is on foot from there. */
  connected: z.boolean(),
})

/** Arrangements of holidays that states rest on, for a page that goes on by itself. */
const holidays = z.array(z.object({ year: z.number(), holidays: z.array(z.object({ code: z.enum(holidayCodes), from: z.string(), to: z.string() })), makeupDays: z.array(z.string()) }))

export const venueRow = z.object({
  id: z.string(), name: z.string(), category: z.string(), categoryName: z.string(), wishes: z.array(z.string()), position: part.position, unitName: z.nullable(z.string()), communityName: z.nullable(z.string()),
  /** On foot over streets, metres; null without a start, or beyond an hour of an adult. */
  walkMetres: z.nullable(z.number()),
  /** Of an older person and of an adult, rounded up. */
  walkMinutes: z.nullable(z.number()), adultMinutes: z.nullable(z.number()),
  state: z.enum(venueStates),
  /** As on a card: 20 分钟后关门, in the reader's language. */
  stateText: z.string(),
  /** ISO instant of the next change of state; null: none known. */
  nextChange: z.nullable(z.string()),
  rule: z.nullable(rule), suspensions: z.readonly(z.array(suspension)), calendarMissing: z.boolean(),
  admits: z.enum(admittances), /** Who may come, in a sentence. */ admitsText: z.string(),
  access: z.object({ stepFree: z.nullable(z.boolean()), toilet: z.nullable(z.boolean()) }),
  /** The least that whoever asks pays, of the session that runs where prices tell sessions apart; null: unknown, or it depends on an age that was not said. */
  yuan: z.nullable(z.number()), /** In words: 午餐 12 元, 午餐 0–16 元 where the age was not said; '' unknown. */ priceText: z.string(),
  payments: z.readonly(z.array(z.enum(payments))), bring: z.nullable(z.string()), booking: z.nullable(z.enum(bookings)), delivers: z.nullable(z.boolean()), halal: z.nullable(z.boolean()),
  phone: z.nullable(z.string()),
  checked: z.nullable(z.object({ day: z.string(), by: z.string() })),
  /** What became of the newest report of the public; null: none lately. */
  report: z.nullable(z.object({ state: z.enum(reportStates), day: z.string() })),
})
export type VenueRow = z.infer<typeof venueRow>

/** Where something would give nothing: why, in a sentence, and the place that would do without as little as possible of what was asked, the nearest of these; null: none would. */
const instead = z.object({
  reason: z.string(), venue: z.nullable(z.object({ id: z.string(), name: z.string(), walkMinutes: z.nullable(z.number()), stateText: z.string() })),
  /** What would have to be given up for it: parameters of the query. */
  without: z.array(z.string()),
})
/**
 * How many the answer would hold with this besides what was asked (a wish or a category in place of the one asked for), and how many of these are open. From a start that meets a street
 * only those a walk leads to (`walkMetres`) are counted, by stepFree only those a walk without stairs leads to; the list holds the others too, behind them. `name` in the reader's language.
 */
const facet = z.object({ code: z.string(), name: z.string(), count: z.number(), open: z.number(), instead: z.nullable(instead) })
const facets = z.object({ wishes: z.array(z.extend(facet, { glyph: z.string() })), categories: z.array(facet), filters: z.array(z.extend(facet, { code: z.enum(venueFilters) })) })

export const venues = exchange({
  name: 'venues', method: 'GET', path: '/api/v1/venues', role: 'public', scope: 'none',
  summary: { zh: '找地方：走得到、开着、我能去', en: 'Places near a start on foot, open at an instant, for who asks' },
  pathParameters: part.none, query: z.object(venueQuery),
  answer: { schema: z.object({
    at: z.string(), day, origin: z.nullable(origin), dataDate: z.nullable(z.string()), dataVersion: z.string(), demo: z.boolean(),
    facets, venues: z.array(venueRow), total: z.number(), next: z.nullable(z.string()),
    /** Of the whole list, whatever the page: the nearest place that is open, lets in whoever asks and fits the hour (a meal, something to do, a rest; `wish`, null where a wish or category was asked for or none of these is open). null: none is open. */
    first: z.nullable(z.object({ wish: z.nullable(z.string()), venue: venueRow })),
    /** Where the list is empty. */
    instead: z.nullable(instead),
    holidays,
  }) },
})

const session = z.object({ from: z.string(), to: z.string(), /** Runs into the next day. */ nextDay: z.boolean(), lastEntry: z.nullable(z.string()), byAppointment: z.boolean(), name: z.string() })
export const venueDay = z.object({ day: z.string(), type: z.nullable(z.enum(dayTypes)), name: z.string(), sessions: z.array(session), /** Why there is no session, in words; '' where there is one. */ closed: z.string(), /** Nobody can say. */ unknown: z.boolean() })

export const venue = exchange({
  name: 'venue', method: 'GET', path: '/api/v1/venues/:id', role: 'public', scope: 'none',
  summary: { zh: '一个地方的全部：时间、谁能去、价格、怎么走', en: 'All about one place: hours, who may come, prices, the way there' },
  pathParameters: z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) }), query: z.object({ ...start, ...whoAsks, at, /** The way there goes around stairs. */ stepFree: yes }),
  answer: { schema: z.object({
    at: z.string(), day, origin: z.nullable(origin), dataDate: z.nullable(z.string()), dataVersion: z.string(), demo: z.boolean(),
    venue: venueRow,
    address: z.nullable(z.string()),
    /** As published, and as we understood it; null: unknown, or not understood. */
    hours: z.nullable(z.string()), hoursText: z.nullable(z.string()),
    /** Parts of the published text that hold something a rule cannot, to be shown beside the hours. */
    caveats: z.array(z.string()),
    /** Today and the six days after. */
    week: z.array(venueDay),
    prices: z.array(z.object({ what: z.string(), minAge: z.nullable(z.number()), maxAge: z.nullable(z.number()), yuan: z.number(), /** Holds for whoever asks. */ mine: z.boolean() })),
    menu: z.nullable(z.string()),
    /** What is on today. */
    programmes: z.array(z.object({ name: z.string(), room: z.nullable(z.string()), sessions: z.array(session), hours: z.string() })),
    /** Addresses of map applications, each in its own datum. */
    navigation: z.object({ amap: z.string(), baidu: z.string(), tencent: z.string() }),
    /** The way on foot from the start; null: none. */
    route: z.nullable(z.object({ line: z.array(part.position), metres: z.number(), adultMinutes: z.number(), elderlyMinutes: z.number(), steps: z.boolean() })),
    source: z.string(), date: z.nullable(z.string()), holidays,
  }) },
})

export const homes = exchange({
  name: 'homes', method: 'GET', path: '/api/v1/homes', role: 'public', scope: 'none',
  summary: { zh: '您住哪个小区：按小区、楼号、门牌地址、拼音或地图上一点找起点', en: 'Where one starts from: estates, buildings and addresses by name, pinyin or a point' },
  pathParameters: part.none,
  query: z.object({ q: z.optional(z.string().check(z.minLength(1), z.maxLength(60))), near: start.near, /** Only buildings of this estate. */ estate: z.optional(code), limit: z.optional(z.int().check(z.gte(1), z.lte(50))) }),
  answer: { schema: z.object({ homes: z.array(z.object({
    /** address: a street and number that a place states as its own; street: where no number was asked or none is known by it, the middle of the street in each community. Both are points to start near. */
    kind: z.enum(['estate', 'building', 'address', 'street']), id: z.string(), name: z.string(), communityName: z.nullable(z.string()), position: part.position,
    /** Of an estate. */ buildings: z.nullable(z.number()),
    /** Of an address and a street: what the point is, in the reader's language. */ about: z.optional(z.string()),
  })) }) },
})

export const venueReport = sending({
  name: 'venueReport', method: 'POST', path: '/api/v1/venues/:id/reports', role: 'public', scope: 'none',
  summary: { zh: '信息纠错：哪里不对，不用登录，不问姓名', en: 'Report what is wrong about a place; no log-in, no name' },
  pathParameters: z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) }), query: part.none,
  body: { schema: z.strictObject({ fields: z.array(z.enum(reportFields)).check(z.minLength(1), z.maxLength(reportFields.length)), note: z.optional(z.string().check(z.maxLength(200))) }) },
  answer: { schema: z.object({ state: z.enum(reportStates), day: z.string() }) },
})
