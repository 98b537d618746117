import { type CalendarMode, type Days, type Session, type SessionName } from '../rule.ts'
import { fits, forEver } from '../normal.ts'
import { isShort } from './dates.ts'
import { excludedIn, isOfLastAlone } from './excluded.ts'
import { addDays, isSpent, newGroup, type Group, type Joint } from './group.ts'
import type { Sign, Token } from './tokens.ts'
import type { ActWord } from './words.ts'

/** A stretch of the plain text that says something that was not understood. */
export type Trouble = { from: number; to: number }

/** mode null: the text does not say. */
export type Grouped = { groups: Group[]; mode: CalendarMode | null; troubles: Trouble[]; caveats: Trouble[]; allYear: Trouble | null }

/** Reads pieces one after another into groups. */
export function groupsIn(tokens: readonly Token[]): Grouped {
  const reader = new Grouper(tokens)
  return reader.read()
}

class Grouper {
  groups: Group[] = []
  group: Group = newGroup(0, null, false)
  mode: CalendarMode | null = null
  troubles: Trouble[] = []
  caveats: Trouble[] = []
  allYear: Trouble | null = null
  joint: Joint = 'none'
  scope: Days['seasons'] = null
  /** A colon after the season has it hold until the sentence ends. */
  wideScope = false
  /** A clause has ended since the last hours. */
  apart = false
  /** Within brackets. */
  inAside = false
  /** 另有 stood there, and whatever days come next add to others. */
  adding = false
  /** 除 … 外 is being read. */
  excepting = false
  name: { name: SessionName; token: Token } | null = null
  entry: Token | null = null
  moment: { minute: number; token: Token } | null = null
  noonBreak: Token | null = null
  /** Days before 除外. */
  excluded: ReadonlySet<number>
  exclusions: Days[] = []
  tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
    this.excluded = excludedIn(tokens)
  }

  read(): Grouped {
    this.tokens.forEach((token, index) => {
      this.step(token, index)
      if (token.kind !== 'sign') this.group.to = token.to
    })
    for (const left of [this.name?.token, this.entry, this.moment?.token, this.noonBreak]) if (left) this.trouble(left)
    if (this.excepting) this.trouble({ from: this.group.from, to: this.group.to })
    this.push()
    return { groups: this.groups, mode: this.mode, troubles: this.troubles, caveats: this.caveats, allYear: this.allYear }
  }

  step(token: Token, index: number): void {
    if (token.kind === 'sign') this.sign(token.sign)
    else if (token.kind === 'days') this.days(token, index)
    else if (token.kind === 'span') this.span(token, index)
    else if (token.kind === 'act') this.act(token.act, token, index)
    else if (token.kind === 'name') this.named(token, index)
    else if (token.kind === 'moment') this.lastEntry({ minute: token.minute, token }, this.entry)
    else if (token.kind === 'before') this.entryBefore(token.minutes)
    else if (token.kind === 'caveat') this.caveats.push(token)
    else this.trouble(token)
  }

  trouble({ from, to }: Trouble): void {
    this.troubles.push({ from, to })
  }

  sign(sign: Sign): void {
    if (sign === 'stop' || sign === 'semi') {
      this.apart = true
      if (sign === 'stop' || !this.wideScope) {
        this.scope = null
        this.wideScope = false
      }
    }
    if (sign === 'open' || sign === 'close') this.inAside = sign === 'open'
    if (sign === 'close') this.closeAside()
    if (sign === 'colon' && this.scope !== null && !isSpent(this.group)) this.wideScope = true
    if (sign === 'list') this.joint = 'list'
    else if (sign !== 'space' && this.joint === 'none') this.joint = 'comma'
  }

  /** 8:30-17:30（周一至周五） */
  closeAside(): void {
    const before = this.groups.at(-1)
    if (!this.group.aside || isSpent(this.group) || before === undefined || before.alternatives.length > 0 || before.sessions.length === 0) return
    Object.assign(before, { alternatives: this.group.alternatives, season: this.group.season, trailing: true })
    this.group = newGroup(this.group.to, this.scope, false)
  }

  days(token: Token & { kind: 'days' }, index: number): void {
    if (this.excluded.has(index)) return void this.exclusions.push(this.feastless(token, true))
    if (this.excepting) return void this.group.excepted.push(this.feastless(token, true))
    const before = this.tokens[index - 1]
    if (isSpent(this.group)) {
      this.push(token.from)
      this.group.aside = before?.kind === 'sign' && before.sign === 'open'
    }
    // 周末需预约，周一至周五9:00-17:00, 周末开放，周一至周五9:00-17:00: at which hours?
    if ((this.group.booked || this.group.offered) && narrowed(this.group) && !['every', 'seasons', 'dates'].includes(token.of)) this.trouble({ from: this.group.from, to: token.to })
    if (this.name !== null && this.group.alternatives.length === 0) this.group.named = true
    addDays(this.group, token.days, token.of, this.joint)
    if (token.of === 'feastDays') this.group.feast = true
    if (token.of === 'types' && token.days.types?.includes('rest')) this.group.weekend = true
    if (token.of === 'seasons' && !token.yearly && this.group.season !== 'short') this.group.season = token.days.seasons?.some(isShort) ? 'short' : 'long'
    if (token.of === 'seasons') this.scope = this.group.alternatives.at(-1)?.seasons ?? null
    this.joint = 'none'
    this.apart = false
  }

  /** 节假日 that is closed: the holidays, where the weekend is named open or is closed anyway. */
  feastless(token: Token & { kind: 'days' }, closing: boolean): Days {
    if (token.of !== 'feastDays' || !closing) return token.days
    if ([...this.groups, this.group].some((group) => isSpent(group) && !group.closed && group.alternatives.length === 0)) this.trouble(token)
    return { ...token.days, types: ['holiday'] }
  }

  span(token: Token & { kind: 'span' }, index: number): void {
    const follower = this.tokens.slice(index + 1).find((next) => next.kind !== 'sign' || next.sign !== 'space')
    const closes = follower?.kind === 'act' && follower.act === 'closed'
    if (closes && token.allDay) return
    if (this.noonBreak !== null || (closes && this.group.sessions.length > 0)) {
      if (this.group.sessions.length === 0) this.trouble(token)
      this.group.breaks.push(token.span)
      this.noonBreak = null
      return
    }
    if (closes) this.trouble(token)
    if (this.group.closed || this.group.usual) this.push(token.from)
    if (this.name !== null && this.group.sessions.length > 0 && (this.group.named || (token.allDay && this.name.name === 'emergency' && narrowed(this.group)))) this.ownHours(token)
    const session: Session = { ...token.span, lastEntry: null, byAppointment: false, name: this.name?.name ?? '' }
    if (!fits(session)) this.trouble({ from: this.name?.token.from ?? token.from, to: token.to })
    this.name = null
    this.adding = false
    this.group.sessions.push(session)
    this.apart = false
    this.joint = 'none'
  }

  /** 门诊 周一至周五 8:00-12:00；急诊 24小时: another offer without days of its own. Only emergencies by day and night are surely of every day. */
  ownHours(token: Token & { kind: 'span' }): void {
    if (this.name?.name !== 'emergency' || !token.allDay || !(this.apart || this.group.named)) return this.trouble({ from: this.name?.token.from ?? token.from, to: token.to })
    this.push(this.name.token.from)
  }

  /** A name stands before its hours, or right after them when no hours follow at once. */
  named(token: Token & { kind: 'name' }, index: number): void {
    const before = this.tokens[index - 1], after = this.tokens[index + 1]
    const last = this.group.sessions.at(-1)
    const trails = before?.kind === 'span' && last !== undefined && last.name === '' && after?.kind !== 'span' && after?.kind !== 'moment' && !(after?.kind === 'sign' && after.sign === 'colon')
    if (!trails) {
      if (this.name !== null) this.trouble(this.name.token)
      this.name = { name: token.name, token }
      return
    }
    last.name = token.name
    if (!fits(last)) this.trouble({ from: before.from, to: token.to })
  }

  act(act: ActWord, token: Token, index: number): void {
    if (act === 'closed') this.close(token, index)
    else if (act === 'usual') this.usual()
    else if (act === 'except') this.except(token)
    else if (act === 'exceptOpen') this.exceptOpen(token)
    else if (act === 'exceptClose') this.exceptClose(token)
    else if (act === 'also' || act === 'but' || act === 'others') this.turn(act, token)
    else if (act === 'offers') this.group.offered ||= !isSpent(this.group)
    else if (act === 'book') this.book(token, index)
    else if (act === 'bookThis') this.bookThis(token)
    else if (act === 'entry') this.lastEntry(this.moment, token)
    else if (act === 'noonBreak') this.noonBreak = token
    else if (act === 'seasonLabel') this.seasonLabel(token)
    else if (act === 'untilNotice') this.untilNotice(token)
    else if (act === 'byWall' || act === 'asWorked') this.mode = act === 'byWall' ? 'weekdays' : 'workdays'
    else if (act === 'allYear') this.allYear = token
    else if (act === 'of') this.joint = 'of'
    else if (act === 'and') this.joint = 'list'
  }

  close(token: Token, index: number): void {
    if (this.excepting) return
    const before = this.tokens.slice(0, index).findLast((one) => one.kind !== 'sign' || one.sign !== 'space')
    if (before?.kind === 'span' && !before.allDay) return
    if (this.group.sessions.length > 0 || this.group.usual) return this.trouble(token)
    if (this.group.feast && !this.group.weekend) this.group.alternatives = this.group.alternatives.map((days) => (days.types === null ? days : { ...days, types: this.namesWeekend(token) }))
    this.group.closed = true
    this.scope = null
  }

  namesWeekend(token: Token): Days['types'] {
    if (this.groups.some((group) => group.sessions.length > 0 && group.alternatives.length === 0)) this.trouble({ from: this.group.from, to: token.to })
    return ['holiday']
  }

  usual(): void {
    if (!isSpent(this.group) && this.group.alternatives.length > 0 && this.groups.length > 0) this.group.usual = true
  }

  except(token: Token): void {
    const excluded = this.exclusions
    this.exclusions = []
    if (excluded.length === 0) return this.trouble(token)
    if (this.group.sessions.length > 0 || this.group.usual) {
      this.push(token.from)
      this.group.alternatives = excluded
      this.group.closed = true
      return
    }
    this.group.excepted.push(...excluded)
  }

  exceptOpen(token: Token): void {
    if (isSpent(this.group)) this.push(token.from)
    this.excepting = true
  }

  exceptClose(token: Token): void {
    if (!this.excepting || this.group.excepted.length === 0) this.trouble(token)
    this.excepting = false
  }

  turn(act: 'also' | 'but' | 'others', token: Token): void {
    // 另有 with hours alone is of the same days.
    if (act === 'also') return void (isSpent(this.group) ? (this.adding = true) : (this.group.adds = true))
    if (isSpent(this.group) || act === 'but') this.push(token.from, act === 'but')
    if (act === 'others') this.group.others = true
  }

  book(token: Token, index: number): void {
    if (this.group.sessions.length > 1 && isOfLastAlone(this.tokens, index)) return this.trouble(token)
    const all = (this.apart && this.group.sessions.length > 0) || (this.group.sessions.length === 0 && this.group.alternatives.length === 0)
    for (const group of all ? [...this.groups, this.group] : [this.group]) group.booked = true
  }

  bookThis(token: Token): void {
    const last = this.group.sessions.at(-1)
    if (last === undefined) return this.trouble(token)
    last.byAppointment = true
  }

  lastEntry(moment: { minute: number; token: Token } | null, entry: Token | null): void {
    this.moment = moment
    this.entry = entry
    if (moment === null || entry === null) return
    this.moment = this.entry = null
    const all = this.group.sessions
    const holds = (minute: number): Session | undefined => all.findLast((session) => session.from <= minute && minute <= session.to)
    const minute = holds(moment.minute) ? moment.minute : moment.minute + 1440
    const session = holds(minute)
    if (session === undefined || session.lastEntry !== null) return this.trouble({ from: Math.min(moment.token.from, entry.from), to: Math.max(moment.token.to, entry.to) })
    session.lastEntry = minute
  }

  entryBefore(minutes: number): void {
    const groups = this.apart || !this.inAside ? [...this.groups, this.group] : [this.group]
    for (const session of groups.flatMap((group) => group.sessions)) if (session.to - minutes > session.from) session.lastEntry = session.to - minutes
  }

  seasonLabel(token: Token): void {
    if (isSpent(this.group)) this.push(token.from)
    this.group.seasonLabel = true
  }

  untilNotice(token: Token): void {
    const days = this.group.alternatives[0]
    const single = this.group.alternatives.length === 1 && days?.dates?.length === 1 && days.dates[0]?.from === days.dates[0]?.to
    if (!single || !this.group.closed || !days?.dates) return this.trouble(token)
    this.group.alternatives = [{ ...days, dates: days.dates.map(({ from }) => ({ from, to: forEver })) }]
  }

  /** Puts the group away and begins the next. */
  push(from = 0, but = false): void {
    const { group } = this
    if (group.seasonLabel && !group.alternatives.some((days) => days.seasons !== null)) this.trouble(group)
    const empty = !isSpent(group) && group.alternatives.length === 0 && group.excepted.length === 0 && !group.others && !group.adds
    if (!empty) this.groups.push(group)
    this.group = newGroup(from, this.scope, but || (empty && group.but))
    this.group.booked = empty && group.booked
    this.group.adds = this.adding
    this.adding = false
    this.joint = 'none'
  }
}

/** Days that are not all days, nor a season. */
const narrowed = ({ alternatives }: Group): boolean => alternatives.some(({ weekdays, types, holidays }) => weekdays !== null || types !== null || holidays !== null)
