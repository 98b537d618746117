import type { Session } from '../rule.ts'
import { isSign, peek, type Cursor } from './cursor.ts'

/**
 * 08:00-12:00,13:30-18:30; through midnight as 22:00-02:00 or 22:00-26:00. Empty: no time stands here. null: a time without an end, an open one (18:00+), one that ends when it begins.
 */
export function timesAt(cursor: Cursor): Session[] | null {
  const sessions: Session[] = []
  for (let first = true; ; first = false) {
    if (!first && !(isSign(cursor, ',') && peek(cursor, 1)?.kind === 'time')) return sessions
    const from = peek(cursor, first ? 0 : 1)
    if (from?.kind !== 'time') return sessions
    if (!first) cursor.at++
    const to = isSign(cursor, '-', 1) ? peek(cursor, 2) : undefined
    if (to?.kind !== 'time' || isSign(cursor, '+', 3) || from.minute >= 1440 || to.minute === from.minute) return null
    cursor.at += 3
    sessions.push({ from: from.minute, to: to.minute < from.minute ? to.minute + 1440 : to.minute, lastEntry: null, byAppointment: false, name: '' })
  }
}
