import { covers, mayMeet } from '../dayset.ts'
import { isEveryDay, isRule, normalRule } from '../normal.ts'
import type { Reading } from '../reading.ts'
import { everyDay, type Clause, type Session } from '../rule.ts'
import { isSign, peek, type Cursor } from './cursor.ts'
import { daysAt } from './days.ts'
import { timesAt } from './times.ts'
import { tokensIn, type Token } from './tokens.ts'

/** Reads a value of OpenStreetMap's opening_hours, as far as its grammar occurs. Weekdays are those of the calendar on the wall; PH are the statutory holidays. */
export function readOsm(value: string): Reading {
  const clauses: Clause[] = []
  const notUnderstood: string[] = []
  for (const part of rulesIn(tokensIn(value))) {
    const made = part.tokens.length === 0 ? null : clausesFrom(part)
    const first = part.tokens[0], last = part.tokens.at(-1)
    if (first === undefined || last === undefined) continue
    // "Mo 09:00-12:00; 13:00-18:00" would undo what it follows: whoever wrote it meant something else.
    const undoes = made !== null && clauses.some((earlier) => made.some((later) => !later.adds && covers(later, earlier, 'weekdays')))
    // "PH off, Sa 10:00-14:00": by the grammar a holiday Saturday is open, by most who write so it is not.
    const reopens = made !== null && made.some((later) => later.adds && clauses.some((earlier) => earlier.sessions.length === 0 && mayMeet(earlier.days, later.days)))
    if (made === null || undoes || reopens) notUnderstood.push(...faultsOf(part.tokens, value, value.slice(first.from, last.to)))
    else clauses.push(...made)
  }
  const rule = { clauses, calendarMode: 'weekdays' as const }
  const untold = notUnderstood.length === 0 && !clauses.some((clause) => clause.sessions.length > 0 || isEveryDay(clause.days))
  if (untold || notUnderstood.length > 0 || !isRule(rule)) return { rule: null, notation: 'osm', notUnderstood: notUnderstood.length > 0 ? notUnderstood : [value.trim()], caveats: [] }
  return { rule: normalRule(rule), notation: 'osm', notUnderstood: [], caveats: [] }
}

/** The words nobody knows; the whole rule where each is known and they make no sense together. */
function faultsOf(tokens: readonly Token[], value: string, whole: string): string[] {
  const unknown = tokens.filter((token) => token.kind === 'unknown').map((token) => value.slice(token.from, token.to))
  return unknown.length > 0 ? unknown : [whole]
}

type Part = { tokens: Token[]; adds: boolean }

/** Rules: after a semicolon each overrides, after a comma that stands behind times and before days it joins. */
function rulesIn(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [{ tokens: [], adds: false }]
  tokens.forEach((token, index) => {
    const before = tokens[index - 1], after = tokens[index + 1]
    const joins = token.kind === 'sign' && token.sign === ',' && endsRule(before) && after !== undefined && beginsRule(after)
    if (joins || (token.kind === 'sign' && token.sign === ';')) parts.push({ tokens: [], adds: joins })
    else parts.at(-1)?.tokens.push(token)
  })
  return parts
}

function endsRule(token: Token | undefined): boolean {
  return token?.kind === 'time' || token?.kind === 'state' || token?.kind === 'comment'
}

function beginsRule(token: Token): boolean {
  return token.kind === 'weekday' || token.kind === 'holiday' || token.kind === 'month' || token.kind === 'year'
}

function clausesFrom({ tokens, adds }: Part): Clause[] | null {
  const cursor: Cursor = { tokens, at: 0 }
  const always = peek(cursor)?.kind === 'always'
  if (always) cursor.at++
  const days = always ? [everyDay] : daysAt(cursor)
  const times = days === null || always ? [] : timesAt(cursor)
  if (days === null || times === null) return null
  const state = peek(cursor)
  if (state?.kind === 'state') cursor.at++
  const comment = peek(cursor)
  if (comment?.kind === 'comment') cursor.at++
  if (cursor.at < tokens.length || isSign(cursor, '+') || (comment?.kind === 'comment' && !appointments.has(comment.text.toLowerCase()))) return null
  const off = state?.kind === 'state' && state.state === 'off'
  // 12:00-13:00 off takes a part out of other hours, which hours are not said.
  if (off && (times.length > 0 || always || comment !== undefined)) return null
  const whole: Session = { from: 0, to: 1440, lastEntry: null, byAppointment: false, name: '' }
  const sessions = off ? [] : (times.length === 0 ? [whole] : times.toSorted((one, other) => one.from - other.from)).map((session) => ({ ...session, byAppointment: comment !== undefined }))
  // Days alone, without times or a state, may only be a list that somebody left unfinished.
  if (times.length === 0 && !always && state === undefined) return null
  // What is added and closed closes: "Mo-Sa 09:00-18:00, PH off".
  return days.map((one) => ({ days: one, sessions, adds: adds && !off }))
}

const appointments: ReadonlySet<string> = new Set(['by appointment', 'on appointment', 'appointment only', 'by appointment only', '预约', '需预约', '预约开放'])
