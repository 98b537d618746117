import { forEver } from '../normal.ts'
import type { Days, Session } from '../rule.ts'
import type { DaysKind } from './tokens.ts'

/** What a text says of some days: the days, as alternatives, and what happens on them. */
export type Group = {
  /** Where it stands in the plain text. */
  from: number
  to: number
  alternatives: Days[]
  sessions: Session[]
  breaks: { from: number; to: number }[]
  closed: boolean
  usual: boolean
  adds: boolean
  /** After "but": said of what stands before it. */
  but: boolean
  /** 其余时间 */
  others: boolean
  /** 节假日, which stands for holidays alone or for weekends too; with weekend they were named as well. */
  feast: boolean
  weekend: boolean
  /** Seasons without 每年: a closing one may be of this year alone, and so may a short one. */
  season: 'none' | 'long' | 'short'
  /** Its days stand in brackets before anything was said of them; trailing: of a group that took its days from such. */
  aside: boolean
  trailing: boolean
  booked: boolean
  /** It was said of its days that there is something. */
  offered: boolean
  /** The name of its hours stood before its days: 门诊 周一至周五. */
  named: boolean
  /** 除周一外: closed on these, unless the group closes. */
  excepted: Days[]
  /** The season that was named for the sentence. */
  scope: Days['seasons']
  /** 夏季 stood there and must be told. */
  seasonLabel: boolean
}

export function newGroup(from: number, scope: Days['seasons'], but: boolean): Group {
  return { from, to: from, alternatives: [], sessions: [], breaks: [], closed: false, usual: false, adds: false, but, others: false, feast: false, weekend: false, season: 'none', aside: false, trailing: false, booked: false, offered: false, named: false, excepted: [], scope, seasonLabel: false }
}

/** Whether it has been said what happens: what comes next is of other days. */
export function isSpent(group: Group): boolean {
  return group.sessions.length > 0 || group.closed || group.usual
}

/** Nothing was said of it yet, and of no days. */
export const saysNothing = (group: Group): boolean => !isSpent(group) && group.alternatives.length === 0 && group.excepted.length === 0 && !group.others && !group.adds

/** Days that are not all days, nor a season. */
export const narrowed = ({ alternatives }: Group): boolean => alternatives.some(({ weekdays, types, holidays }) => weekdays !== null || types !== null || holidays !== null)

/** 2026年3月1日…直至另行通知. null: they are not one day. */
export function fromThatDayOn([days, ...others]: readonly Days[]): Days[] | null {
  const [date, ...more] = days?.dates ?? []
  return others.length > 0 || more.length > 0 || days === undefined || date === undefined || date.from !== date.to ? null : [{ ...days, dates: [{ from: date.from, to: forEver }] }]
}

export type Joint = 'none' | 'list' | 'comma' | 'of'

/**
 * Takes days into a group. Of one kind they are counted together (周六和周日); a season or dates narrow the others; with 的 one narrows the other;
 * otherwise kinds stand side by side (周六、日及公众假期).
 */
export function addDays(group: Group, days: Days, kind: DaysKind, joint: Joint): void {
  const last = group.alternatives.at(-1)
  if (last === undefined) group.alternatives.push(days)
  else if (kind === 'every') return
  else if (joint === 'of') group.alternatives = group.alternatives.map((one) => ({ ...one, ...said(days) }))
  else if (sameKind(last, days)) group.alternatives[group.alternatives.length - 1] = together(last, days)
  else if (narrows(days) && joint !== 'list') group.alternatives = group.alternatives.map((one) => ({ ...one, ...said(days) }))
  else if (onlyNarrows(last) && joint !== 'list') group.alternatives[group.alternatives.length - 1] = { ...last, ...said(days) }
  else group.alternatives.push({ ...days, seasons: days.seasons ?? last.seasons, dates: days.dates ?? last.dates })
}

const conditions = ['weekdays', 'nth', 'types', 'holidays', 'seasons', 'dates'] as const

function said(days: Days): Partial<Days> {
  return Object.fromEntries(conditions.filter((name) => days[name] !== null).map((name) => [name, days[name]]))
}

/** The kind named last is also the kind of these days, so they go on with the list. */
function sameKind(last: Days, days: Days): boolean {
  if (days.nth !== null || (last.nth !== null && days.weekdays !== null)) return false
  if (days.seasons !== null) return last.seasons !== null && last.weekdays === null && last.types === null && last.holidays === null
  return conditions.every((name) => name === 'seasons' || name === 'dates' || (days[name] === null) === (last[name] === null)) && (days.dates === null || last.dates !== null)
}

function together(one: Days, other: Days): Days {
  const list = <Item>(first: readonly Item[] | null, second: readonly Item[] | null): readonly Item[] | null => (first === null || second === null ? first : [...new Set([...first, ...second])])
  return {
    weekdays: list(one.weekdays, other.weekdays), nth: one.nth, types: list(one.types, other.types), holidays: list(one.holidays, other.holidays),
    seasons: other.seasons === null ? one.seasons : list(one.seasons, other.seasons), dates: other.dates === null ? one.dates : list(one.dates, other.dates),
  }
}

function narrows(days: Days): boolean {
  return days.seasons !== null || days.dates !== null
}

function onlyNarrows(days: Days): boolean {
  return narrows(days) && days.weekdays === null && days.types === null && days.holidays === null
}
