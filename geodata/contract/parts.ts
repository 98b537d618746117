import * as z from 'zod/mini'
import { dayTypes } from '../model/holidays.ts'
import { areaLevels, buildingStates, gapReasons, groups, metrics, profileCodes } from '../model/words.ts'

export const position = z.tuple([z.number(), z.number()])
export const box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export const none = z.object({})

export const level = z.enum(areaLevels)
export const group = z.enum(groups)
export const metric = z.enum(metrics)
export const profile = z.enum(profileCodes)
export const state = z.enum(buildingStates)
export const reason = z.enum(gapReasons)

/** Where a number's data stand; every analysis answers with it. */
export const standing = {
  /** The newest source date, ISO; null when no source states one. */
  dataDate: z.nullable(z.string()),
  /** Versions of all that the figure rests on, joined by dots. */
  dataVersion: z.string(),
  catalogueVersion: z.string(),
  demo: z.boolean(),
}

/** Parameters common to all analyses. `minutes` or `metres`, not both; neither: the category's middle limit. */
export const questionQuery = {
  category: z.string().check(z.minLength(1), z.maxLength(64)),
  area: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  minutes: z.optional(z.number().check(z.gt(0), z.lte(60))),
  metres: z.optional(z.number().check(z.gt(0), z.lte(5000))),
  metric: z.optional(metric),
  profile: z.optional(profile),
  group: z.optional(group),
  /** ISO instant with its offset: only sites open then count; absent: at any opening hour. */
  at: z.optional(z.string().check(z.maxLength(40))),
  /** The city as it stood at the end of that day; absent: as it stands. Planner. */
  asOf: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
}

/** The question as it was understood, defaults filled in. */
export const question = z.object({
  category: z.string(),
  categoryName: z.string(),
  area: z.nullable(z.string()),
  areaName: z.nullable(z.string()),
  limitMetres: z.number(),
  limitMinutes: z.number(),
  metric,
  profile,
  metresPerSecond: z.number(),
  group,
  at: z.nullable(z.string()),
  asOf: z.nullable(z.string()),
})

/** A day as the calendar of holidays has it. type null: no arrangement for that year. name: of the holiday; '' for none. */
export const dayOfCalendar = { day: z.string(), type: z.nullable(z.enum(dayTypes)), name: z.string(), calendarMissing: z.boolean() }

/** The hour asked for; null: none was. */
export const hour = z.nullable(z.object({
  at: z.string(), ...dayOfCalendar,
  /** Sites of the category in the asked area, whomever they admit: all, those open then, and those whose hours nobody stated or could read, which count as shut. */
  sites: z.number(), openSites: z.number(), unknownSites: z.number(),
}))

/** Persons or households. `covered` and `total` are null where they are too few to be shown to this reader ("<k"), or where they would give such a figure away. */
const shielded = {
  covered: z.nullable(z.number()), total: z.nullable(z.number()),
  /** 0..1; null when there is nobody, or too few for a rate. */
  share: z.nullable(z.number()),
}
export const residentsShare = z.object({
  ...shielded,
  /** Share of the total that rests on estimates, 0..1. */
  estimatedShare: z.nullable(z.number()),
})
export const householdsShare = z.object(shielded)
/** How the figures of this answer were protected; null: they are exact. */
export const protection = z.nullable(z.object({
  k: z.number(),
  /** Finest level whose figures this reader may see. */
  finest: level,
  /** In a sentence, in the reader's language. */
  sentence: z.string(),
}))
export const countShare = z.object({ covered: z.number(), total: z.number(), share: z.nullable(z.number()) })

export const page = { limit: z.optional(z.int().check(z.gte(1), z.lte(1000))), cursor: z.optional(z.string().check(z.maxLength(200))) }
