import { readHours } from '../../../geodata/hours/read.ts'
import { everyDay, type Clause, type Days, type Rule } from '../../../geodata/hours/rule.ts'

/** A reading on one line: `1-5 8:30-12:00 13:30-17:30 | holiday -`; `?` before the parts that were not understood. */
export function sketch(text: string): string {
  const { rule, notUnderstood } = readHours(text)
  return rule === null ? `? ${notUnderstood.join(' ¦ ')}` : sketchOf(rule)
}

export function sketchOf({ clauses, calendarMode }: Rule): string {
  return `${calendarMode === 'weekdays' ? 'wall: ' : ''}${clauses.map(clauseOf).join(' | ')}`
}

function clauseOf({ days, sessions, adds }: Clause): string {
  const hours = sessions.map(({ from, to, lastEntry, byAppointment, name }) => `${name === '' ? '' : `${name} `}${clock(from)}-${clock(to)}${lastEntry === null ? '' : `<${clock(lastEntry)}`}${byAppointment ? '!' : ''}`)
  return [...(adds ? ['+'] : []), ...daysOf(days), ...(hours.length === 0 ? ['-'] : hours)].join(' ')
}

function daysOf(days: Days): string[] {
  if (JSON.stringify(days) === JSON.stringify(everyDay)) return ['daily']
  const spans = (list: Days['dates']): string[] => (list ?? []).map(({ from, to }) => `${from}~${to}`)
  const weekdays = days.weekdays === null ? [] : [`${days.nth === null ? '' : `#${days.nth.join(',')}:`}${days.weekdays.join('').replace('1234567', '1-7').replace('234567', '2-7').replace('123456', '1-6').replace('12345', '1-5')}`]
  return [...spans(days.dates), ...spans(days.seasons), ...weekdays, ...(days.types === null ? [] : [days.types.join('+')]), ...(days.holidays ?? [])]
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}
