import { calendarOf, type Calendar } from '../../../geodata/hours/calendar.ts'
import type { Hours } from '../../../geodata/hours/open.ts'
import { readHours } from '../../../geodata/hours/read.ts'
import type { Rule } from '../../../geodata/hours/rule.ts'
import type { Catalogue } from '../../../geodata/model/catalogue.ts'
import type { Facility } from '../../../geodata/model/facility.ts'

/**
 * When the sites of the open city are open: every text read once, when the city is opened or the record changes. Texts that are alike share one rule.
 * rule null: nobody stated hours, or not all of the text was understood.
 */
export type SiteHours = {
  calendar: Calendar
  /** Sites that stand today, by id. */
  bySite: ReadonlyMap<string, Hours>
  /** By text, also of sites that stood before. */
  rules: Map<string, Rule | null>
}

export const noHours = ({ holidays }: Pick<Catalogue, 'holidays'>): SiteHours => ({ calendar: calendarOf(holidays), bySite: new Map(), rules: new Map() })

/** Hours of any facility, one of an earlier day among them. */
export const hoursOf = ({ rules }: SiteHours, { hours, suspensions }: Pick<Facility, 'hours' | 'suspensions'>): Hours => ({ rule: ruleOf(rules, hours), suspensions })

/** With some sites put and others gone; the older value stays as it was for whoever still reads it. */
export function withSites(before: SiteHours, put: Iterable<Facility>, gone: Iterable<string> = []): SiteHours {
  const bySite = new Map(before.bySite)
  for (const facility of put) bySite.set(facility.id, hoursOf(before, facility))
  for (const id of gone) bySite.delete(id)
  return { ...before, bySite }
}

function ruleOf(rules: Map<string, Rule | null>, text: string | null): Rule | null {
  if (text === null) return null
  const known = rules.get(text)
  if (known !== undefined) return known
  const { rule } = readHours(text)
  rules.set(text, rule)
  return rule
}
