import { calendarOf, dayOf } from '../../geodata/hours/calendar.ts'
import { addDays, dayAndMinute, isoInstant, readInstant } from '../../geodata/hours/clock.ts'
import { readHours } from '../../geodata/hours/read.ts'
import { standingAt } from '../../geodata/hours/state.ts'
import { writeHours } from '../../geodata/hours/write.ts'
import { expectationWords } from '../../geodata/words/expectation.ts'
import { calendarMissingText, dayTypeText, holidayName, stateText } from '../../geodata/words/hours.ts'
import { dayShown, type VenueDay } from '../answers/venues/week.ts'
import { holidaysHere } from './holidays-here.ts'
import { CommandError, type Command, type Values } from './command.ts'
import { wholeNumber } from './whole-number.ts'

export const hoursCommand: Command = {
  name: 'hours', words: 'RULE', zh: '读一条开放时间（中文或 OSM 写法）：读懂没有、此刻状态、何时变化、往后几天', en: 'read opening hours (Chinese or OSM): understood or not, the state at an instant, the next change, the next days',
  options: [
    { name: 'at', value: 'ISO', zh: '时刻，默认现在', en: 'the instant, now by default' },
    { name: 'days', value: 'N', zh: '列出几天，默认 7', en: 'how many days to list, 7 by default' },
  ],
  async run(words, values, terminal) {
    const text = words.join(' ')
    if (text.trim() === '') throw new CommandError('missingHours', { command: 'hours' })
    const at = instantOf(values), days = wholeNumber(values, 'days', 1, mostDays) ?? usualDays
    const calendar = calendarOf(await holidaysHere(terminal.dataFolder))
    const { rule, notation, notUnderstood, caveats } = readHours(text)
    const hours = { rule, suspensions: [] }, standing = standingAt(hours, at, calendar)
    const { day, type, holiday, known } = dayOf(calendar, dayAndMinute(at).day)
    const shown = rule ? Array.from({ length: days }, (_, i) => dayShown(hours, addDays(day, i), calendar, 'zh')) : []
    const written = rule && { zh: writeHours(rule, 'zh'), en: writeHours(rule, 'en') }
    const texts = { zh: stateText(standing, at, 'zh'), en: stateText(standing, at, 'en') }
    terminal.answer({
      text, understood: rule !== null, notation, notUnderstood, caveats, rule, written,
      at: isoInstant(at), day: { day, type, name: holiday === null ? '' : holidayName(holiday, 'zh'), calendarMissing: !known },
      state: standing.state, stateText: texts.zh, stateTextEn: texts.en, next: standing.next && { at: isoInstant(standing.next.at), opens: standing.next.opens },
      nextChange: standing.nextChangeOfState === null ? null : isoInstant(standing.nextChangeOfState), calendarMissing: !known || standing.calendarMissing, days: shown,
    }, [
      ...(written ? [`读懂了 understood（${notation}）：${written.zh}`, `  ${written.en}`] : ['没有读懂，时间按未知处理 not understood:', ...notUnderstood.map((part) => `  ✗ ${part}`)]),
      ...caveats.map((part) => `  ! ${part}`),
      `${isoInstant(at)}　${dayTypeText(type, 'zh')}${holiday === null ? '' : `（${holidayName(holiday, 'zh')}）`}　${texts.zh} · ${texts.en}`,
      ...(known ? [] : [calendarMissingText(Number(day.slice(0, 4)), 'zh')]),
      ...shown.map(dayLine),
    ])
    return rule ? 0 : 1
  },
}

/** A quarter of a year is a page; whoever wants a year asks four times. */
const mostDays = 92
const usualDays = 7

/** Throws CommandError badOption. */
function instantOf(values: Values): number {
  const found = values['at']
  if (found === undefined) return Date.now()
  const at = typeof found === 'string' ? readInstant(found) : null
  if (at === null) throw new CommandError('badOption', { option: '--at', expected: expectationWords({ kind: 'instant' }, 'zh'), found: String(found) })
  return at
}

function dayLine({ day, type, name, sessions, closed, unknown }: VenueDay): string {
  const kind = type === null ? '' : dayTypeText(type, 'zh') + (name === '' ? '' : `（${name}）`)
  const times = sessions.map((session) => `${session.name}${session.from}-${session.nextDay ? '次日' : ''}${session.to}${session.lastEntry === null ? '' : `（${session.lastEntry} 停止入场）`}${session.byAppointment ? '（须预约）' : ''}`)
  return `  ${day}　${kind}　${unknown ? '未知' : times.length === 0 ? closed : times.join('，')}`
}
