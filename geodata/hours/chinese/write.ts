import { dayTypes, type DayType, type HolidayCode } from '../../model/holidays.ts'
import { forEver } from '../normal.ts'
import type { Clause, Days, Rule, Session, SessionName } from '../rule.ts'
import { usualMode } from '../usual-mode.ts'
import { closesEmergencies, differ } from './beside.ts'
import { speaksOf } from './clauses.ts'
import { placeIn } from './order.ts'
import { changesWeekend } from './weekend.ts'

/** A rule in normal form in plain Chinese, which `readChinese` reads back to the same rule. */
export function writeChinese(rule: Rule): string {
  let run: Clause[] = []
  const parts = rule.clauses.map((clause) => {
    const turns = placeIn(run, clause) < run.length || (!clause.adds && run.some((other) => differ([other], [clause]) || closesEmergencies([other], [clause]) || closesEmergencies([clause], [other])))
    run = turns ? [clause] : [...run, clause]
    return `${turns ? '但' : ''}${daysText(clause.days, changesWeekend(clause, rule.clauses), clause.sessions.length === 0 && rule.clauses.some(({ days, sessions }) => sessions.length > 0 && speaksOf([days], { ...clause.days, types: ['holiday'] })))}${clause.adds ? '另有 ' : clause.sessions.length > 0 ? ' ' : ''}${sessionsText(clause.sessions)}`
  })
  return `${parts.join('；')}${rule.calendarMode === usualMode(rule.clauses) ? '' : rule.calendarMode === 'weekdays' ? wallText(rule.clauses) : '（星期随调休）'}`
}

/** Days off go by the wall too, unless a clause speaks of them. */
const wallText = (clauses: readonly Clause[]): string => (clauses.some(({ days: { types, holidays } }) => holidays !== null || types?.includes('holiday')) ? '（调休上班的周末，按星期几开门）' : '（放假和调休时也按星期几开门）')

/** Of a closing clause 除外 leaves days out, which are open then (`leaves`: they are); of others it would close them. `ordinary`: of the weekends that are no holiday. */
function daysText(days: Days, ordinary: boolean, leaves: boolean): string {
  const excepted = leaves && days.types !== null && days.types.length === dayTypes.length - 1 && !days.types.includes('holiday') ? '（法定节假日除外）' : ''
  const parts = [
    ...(days.dates === null ? [] : [days.dates.map(datesText).join('、')]),
    ...(days.seasons === null ? [] : [days.seasons.map(({ from, to }) => `每年${spanText(monthDay(from), monthDay(to))}`).join('、')]),
    ...(days.weekdays === null ? [] : [days.nth === null ? weekdaysText(days.weekdays) : `${nthText(days.nth)}${days.weekdays.map(weekdayText).join('、')}`]),
    ...(days.types === null || excepted !== '' ? [] : [`${ordinary ? '普通' : ''}${typesText(days.types)}`]),
    ...(days.holidays === null ? [] : [days.holidays.map((code) => `${holidayNames[code]}假期`).join('、')]),
  ]
  return `${parts.length === 0 ? '每天' : parts.join('的')}${excepted}`
}

function datesText({ from, to }: { from: string; to: string }): string {
  if (to === forEver && from !== forEver) return `${isoText(from)}起`
  return spanText(isoText(from), isoText(to))
}

function spanText(from: string, to: string): string {
  return from === to ? from : `${from}至${to}`
}

function isoText(day: string): string {
  return `${day.slice(0, 4)}年${monthDay(day.slice(5))}`
}

function monthDay(day: string): string {
  return `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '日']

function weekdayText(day: number): string {
  return `周${numerals[day] ?? ''}`
}

/** Three in a row and more are a range. */
function weekdaysText(days: readonly number[]): string {
  const runs: number[][] = []
  for (const day of days) if (runs.at(-1)?.at(-1) === day - 1) runs.at(-1)?.push(day)
  else runs.push([day])
  return runs.map((run) => (run.length > 2 ? `${weekdayText(run[0] ?? 0)}至${weekdayText(run.at(-1) ?? 0)}` : run.map(weekdayText).join('、'))).join('、')
}

function nthText(nth: readonly number[]): string {
  return `每月${nth.map((n) => (n === -1 ? '最后一个' : `第${numerals[n] ?? ''}个`)).join('、')}`
}

const holidayNames: Readonly<Record<HolidayCode, string>> = { newYear: '元旦', springFestival: '春节', qingming: '清明', labourDay: '劳动节', dragonBoat: '端午', midAutumn: '中秋', nationalDay: '国庆' }
const typeNames: Readonly<Record<DayType, string>> = { workday: '普通工作日', rest: '周末', holiday: '法定节假日', makeup: '调休上班日' }

function typesText(types: readonly DayType[]): string {
  const worked = types.includes('workday') && types.includes('makeup')
  return [...(worked ? ['工作日'] : []), ...types.filter((type) => !worked || (type !== 'workday' && type !== 'makeup')).map((type) => typeNames[type])].join('、')
}

const names: Readonly<Record<SessionName, string>> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐', morning: '上午场', afternoon: '下午场', evening: '晚场', outpatient: '门诊', emergency: '急诊' }

function sessionsText(sessions: readonly Session[]): string {
  if (sessions.length === 0) return '不开放'
  const all = sessions.length > 1 && sessions.every((session) => session.byAppointment)
  return `${sessions.map((session) => sessionText(session, all)).join('，')}${all ? '（均需预约）' : ''}`
}

function sessionText(session: Session, allBooked: boolean): string {
  const asides = [...(session.lastEntry === null ? [] : [`${timeText(session.lastEntry)}停止入场`]), ...(session.byAppointment && !allBooked ? ['此时段需预约'] : [])]
  const hours = session.from === 0 && session.to === 1440 ? '全天' : `${timeText(session.from)}-${timeText(session.to)}`
  return `${session.name === '' ? '' : `${names[session.name]} `}${hours}${asides.length === 0 ? '' : `（${asides.join('，')}）`}`
}

/** An hour before five says that it is one, since 2:00 may be meant for the afternoon. */
function timeText(minute: number): string {
  const clock = `${Math.floor((minute > 1440 ? minute - 1440 : minute) / 60)}:${String(minute % 60).padStart(2, '0')}`
  if (minute > 1440) return `次日${clock}`
  return minute >= 60 && minute < 300 ? `凌晨${clock}` : clock
}
