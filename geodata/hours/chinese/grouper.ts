import { type CalendarMode, type Days, type Session, type SessionName } from '../rule.ts'
import { fits } from '../normal.ts'
import { mayBeOfLast, namesWorkingWeekAndMore, restates, unclear, type LeftOut } from './asides.ts'
import { isShort } from './dates.ts'
import { excludedIn, isOfLastAlone } from './excluded.ts'
import { Gathering } from './gathering.ts'
import { addDays, fromThatDayOn, isSpent, narrowed, newGroup } from './group.ts'
import type { Grouped, Trouble } from './grouped.ts'
import { holding } from './last-entry.ts'
import type { Sign, Token } from './tokens.ts'
import { usualAt, usualThoughClosed } from './usual.ts'
import type { ActWord } from './words.ts'

/** Reads pieces one after another into groups. */
export function groupsIn(tokens: readonly Token[]): Grouped {
  const reader = new Grouper(tokens)
  return reader.read()
}

class Grouper extends Gathering {
  mode: CalendarMode | null = null
  caveats: Trouble[] = []
  allYear: Trouble | null = null
  /** A colon after the season has it hold until the sentence ends. */
  wideScope = false
  /** A clause has ended since the last hours. */
  apart = false
  /** Within brackets. */
  inAside = false
  /** 除 … 外 is being read. */
  excepting = false
  name: { name: SessionName; token: Token } | null = null
  entry: Token | null = null
  moment: { minute: number; token: Token } | null = null
  noonBreak: Token | null = null
  /** Days before 除外. */
  excluded: ReadonlySet<number>
  exclusions: Days[] = []
  exclusionsFrom = 0
  leftOut: LeftOut[] = []
  tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    super()
    this.tokens = tokens
    this.excluded = excludedIn(tokens)
  }

  read(): Grouped {
    for (const [index, token] of this.tokens.entries()) {
      this.step(token, index)
      if (token.kind !== 'sign') this.group.to = token.to
    }
    for (const left of [this.name?.token, this.entry, this.moment?.token, this.noonBreak]) if (left) this.trouble(left)
    if (this.excepting) this.trouble({ from: this.group.from, to: this.group.to })
    this.push()
    this.troubles.push(...unclear(this.leftOut, this.groups), ...usualThoughClosed(this.groups))
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
    if (mayBeOfLast(before.sessions, this.group.alternatives)) this.trouble(this.group)
    Object.assign(before, { alternatives: this.group.alternatives, season: this.group.season, trailing: true })
    this.group = newGroup(this.group.to, this.scope, false)
  }

  days(token: Token & { kind: 'days' }, index: number): void {
    if (this.excluded.has(index)) {
      if (this.exclusions.length === 0) this.exclusionsFrom = token.from
      return void this.exclusions.push(this.feastless(token, true))
    }
    if (this.excepting) return void this.group.excepted.push(this.feastless(token, true))
    const before = this.tokens.slice(0, index).findLast((one) => one.kind !== 'sign' || one.sign !== 'space')
    const opened = before?.kind === 'sign' && before.sign === 'open', last = this.group.alternatives.at(-1)
    // 周一至周日（周三闭馆）, 双休日（周六）: neither both nor one.
    if (opened && last !== undefined && !isSpent(this.group) && !['seasons', 'dates'].includes(token.of)) return restates(last, token.days) ? undefined : this.trouble(token)
    if (isSpent(this.group)) {
      this.push(token.from)
      this.group.aside = opened
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
    const closes = follower?.kind === 'act' && (follower.act === 'closed' || follower.act === 'withheld')
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
    if (trails) {
      last.name = token.name
      if (!fits(last)) this.trouble({ from: before.from, to: token.to })
      return
    }
    if (this.name !== null) this.trouble(this.name.token)
    this.name = { name: token.name, token }
  }

  act(act: ActWord, token: Token, index: number): void {
    if (act === 'closed') this.close(token, index)
    else if (act === 'withheld') this.withhold(token, index)
    else if (act === 'usual') this.asUsual(token, index)
    else if (act === 'except') this.except(token)
    else if (act === 'exceptOpen' || act === 'exceptClose') this.excludes(act === 'exceptOpen', token)
    else if (act === 'also' || act === 'but' || act === 'others') this.turn(act, token)
    else if (act === 'offers') this.group.offered ||= !isSpent(this.group)
    else if (act === 'book' || act === 'bookAll') this.book(act, token, index)
    else if (act === 'bookThis') this.bookThis(token)
    else if (act === 'entry') this.lastEntry(this.moment, token)
    else if (act === 'noonBreak') this.noonBreak = token
    else if (act === 'seasonLabel') this.spare(token.from).seasonLabel = true
    else if (act === 'untilNotice') this.untilNotice(token)
    else if (act === 'byWall' || act === 'asWorked') this.mode = act === 'byWall' ? 'weekdays' : 'workdays'
    else if (act === 'allYear') this.allYear = token
    else if (act === 'of' || act === 'and') this.joint = act === 'of' ? 'of' : 'list'
  }

  asUsual({ to }: Token, index: number): void {
    const said = usualAt(this.tokens, index, this.group, this.groups)
    if (said === 'usual') this.group.usual = true
    if (said === 'doubtful') this.trouble({ from: this.group.from, to })
  }

  close(token: Token, index: number): void {
    if (this.excepting) return
    const before = this.tokens.slice(0, index).findLast((one) => one.kind !== 'sign' || one.sign !== 'space')
    if (before?.kind === 'span' && !before.allDay) return
    if (this.group.sessions.length > 0 || this.group.usual) return this.trouble(token)
    if (this.group.feast && !this.group.weekend) this.group.alternatives = this.group.alternatives.map((days) => (days.types === null ? days : { ...days, types: this.namesWeekend(token) }))
    // 周一至周五，法定节假日休息，9:00-17:00: open on Mondays, or not?
    if (namesWorkingWeekAndMore(this.group.alternatives)) this.trouble({ from: this.group.from, to: token.to })
    this.group.closed = true
    this.scope = null
  }

  /** 晚餐 17:00-19:00（周末不供应）: the last of named hours, or all of them? */
  withhold(token: Token, index: number): void {
    if (this.group.aside && mayBeOfLast(this.groups.at(-1)?.sessions ?? [], [])) this.trouble(token)
    this.close(token, index)
  }

  namesWeekend(token: Token): Days['types'] {
    if (this.groups.some((group) => group.sessions.length > 0 && group.alternatives.length === 0)) this.trouble({ from: this.group.from, to: token.to })
    return ['holiday']
  }

  except(token: Token): void {
    const excluded = this.exclusions
    this.exclusions = []
    if (excluded.length === 0) return this.trouble(token)
    const of = this.group
    if (of.sessions.length > 0 || of.usual) {
      if (this.inAside && mayBeOfLast(of.sessions, excluded)) this.trouble({ from: this.exclusionsFrom, to: token.to })
      this.push(token.from)
      this.group.alternatives = excluded
      this.group.closed = true
    } else of.excepted.push(...excluded)
    if (this.inAside) this.leftOut.push({ of, closing: this.group, days: excluded, from: this.exclusionsFrom, to: token.to })
  }

  excludes(begins: boolean, token: Token): void {
    if (begins) this.spare(token.from)
    if (!begins && (!this.excepting || this.group.excepted.length === 0)) this.trouble(token)
    this.excepting = begins
  }

  turn(act: 'also' | 'but' | 'others', token: Token): void {
    // 另有 with hours alone is of the same days.
    if (act === 'also') return void (isSpent(this.group) ? (this.adding = true) : (this.group.adds = true))
    if (isSpent(this.group) || act === 'but') this.push(token.from, act === 'but')
    if (act === 'others') this.group.others = true
  }

  book(act: 'book' | 'bookAll', token: Token, index: number): void {
    if (act === 'book' && this.inAside && mayBeOfLast(this.group.sessions, [])) return this.trouble(token)
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
    const whole = moment !== null && entry !== null
    this.moment = whole ? null : moment
    this.entry = whole ? null : entry
    if (!whole) return
    if (!holding(this.group.sessions, moment.minute)) this.trouble({ from: Math.min(moment.token.from, entry.from), to: Math.max(moment.token.to, entry.to) })
  }

  entryBefore(minutes: number): void {
    const groups = this.apart || !this.inAside ? [...this.groups, this.group] : [this.group]
    for (const session of groups.flatMap((group) => group.sessions)) if (session.to - minutes > session.from) session.lastEntry = session.to - minutes
  }

  untilNotice(token: Token): void {
    const onward = this.group.closed ? fromThatDayOn(this.group.alternatives) : null
    if (onward === null) this.trouble(token)
    else this.group.alternatives = onward
  }
}
