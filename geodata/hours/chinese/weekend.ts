import type { CalendarMode, Clause } from '../rule.ts'
import { opensEveryDay } from '../usual-mode.ts'

/**
 * 周末 is every Saturday and Sunday that is not worked, those of a holiday among them, where something changes for them: 每天 9:00-17:00，周末休息 is closed on the Sunday of a holiday week too, and
 * with 周末 10:00-16:00 opens then at ten. Where a place would open by that word alone (工作日 9:00-20:00，周末 10:00-16:00), holidays were not promised: that is for ordinary weekends.
 */
export const weekendsMeant = (clauses: readonly Clause[], mode: CalendarMode): Clause[] => clauses.map((clause) => (changesWeekend(clause, clauses)
  ? { ...clause, days: { ...clause.days, weekdays: [6, 7], types: mode === 'workdays' ? null : ['rest', 'holiday'] } } : clause))

/** Whether a clause of the weekend would be read so; if not that is meant, it is printed as 普通周末. */
export const changesWeekend = ({ days: { weekdays, types, holidays, dates }, sessions, adds }: Clause, clauses: readonly Clause[]): boolean =>
  (weekdays ?? holidays ?? dates) === null && types?.length === 1 && types[0] === 'rest' && !adds && (sessions.length === 0 || opensEveryDay(clauses))
