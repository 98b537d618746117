import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { areaPage } from '../../../geodata/contract/areaPage.ts'
import { monthAfter, monthOf } from '../../../geodata/registers/days.ts'
import { meetingRecord } from '../../../geodata/registers/govern/meetings.ts'
import { seatsOf, vacantSeats } from '../../../geodata/registers/govern/vacancies.ts'
import type { RegisterInput } from '../../../geodata/registers/register.ts'
import { ruleOf } from '../../../geodata/registers/rule.ts'
import { areaPageWords } from '../../../geodata/words/areaPage.ts'
import { eventCategoryWord } from '../../../geodata/words/events.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { choiceWord } from '../../../geodata/words/sheets/all.ts'
import { chosenTasks, overdueDays } from '../tasks/task-list.ts'

type Answer = AnswerOf<typeof areaPage>

/** Months of services and meetings that count as "on". */
const recentMonths = 2
const mostLines = 8

/** Seats by unit and post, vacant ones with their days. */
export function seatRows(input: RegisterInput, language: Language): Answer['seats'] {
  const vacant = new Map(vacantSeats(input).map((seat) => [seat.seat, seat.days]))
  const holders = new Map(input.rows('tenure').map(({ unit, fields }) => [fields.seat, unit]))
  return seatsOf(input).toSorted((a, b) => (a.fields.committee === b.fields.committee ? a.fields.number - b.fields.number : a.fields.committee < b.fields.committee ? -1 : 1)).map(({ id, unit, fields }) => {
    const holder = holders.get(id) ?? unit
    return {
      id, number: fields.number, category: choiceWord('seat.category', fields.category, language), role: [choiceWord('seat.role', fields.role, language), fields.post].filter((word) => word).join(' '),
      unit: vacant.has(id) || holder === null ? null : (input.unit(holder)?.name ?? null), vacantDays: vacant.get(id) ?? null,
    }
  })
}

export function pairingsOf(input: RegisterInput): Answer['pairings'] {
  return input.rows('pairing').filter(({ fields }) => fields.kind === 'unitCommunity').flatMap(({ id, unit, validFrom }) => {
    const record = unit === null ? null : input.unit(unit)
    return record ? [{ id, unit: record.name, since: validFrom, from: [record.position[0], record.position[1]] as [number, number] }] : []
  })
}

/** The latest meetings, and the services of the last months by how often. */
export function happenings(input: RegisterInput, code: string, language: Language): Answer['on'] {
  const to = input.events.months.findLast((month) => month <= monthOf(input.day))
  const from = to === undefined ? '' : monthAfter(to, 1 - recentMonths)
  const services = to === undefined ? [] : input.events.categories('service').map((category) => ({ category, times: input.events.sum('service', code, from, to, category).times })).filter(({ times }) => times >= ruleOf(input.catalogue, 'kAnonymity')).toSorted((a, b) => b.times - a.times)
  const meetings = input.rows('meeting').filter(({ fields }) => fields.day <= input.day).toSorted((a, b) => (a.fields.day < b.fields.day ? 1 : -1)).slice(0, mostLines / 2)
  return [
    ...meetings.map(({ id, fields }) => line(id, areaPageWords.meeting, { day: fields.day, kind: choiceWord('meeting.kind', fields.kind, language) }, language, 'done' as const, '/registers/meetingFrequency')),
    ...services.slice(0, mostLines - meetings.length).map(({ category, times }) => line(category, areaPageWords.service, { month: to ?? '', category: eventCategoryWord('service', category, language), times }, language, 'none' as const, '/heat')),
  ]
}

/** Vacant seats beyond the rule, meetings short of it, tasks overdue: the longest first. */
export function overdue(input: RegisterInput, language: Language): Answer['overdue'] {
  const limit = ruleOf(input.catalogue, 'vacancyDays')
  const seats = vacantSeats(input).filter(({ days }) => days > limit).toSorted((a, b) => b.days - a.days).map(({ seat, number, days }) => line(seat, areaPageWords.lateSeat, { number, days }, language, 'late' as const, '/registers/vacancies'))
  const tasks = chosenTasks(input, { overdue: 'yes' }).map((row) => line(row.id, areaPageWords.lateTask, { name: row.name, days: overdueDays(input, row) }, language, 'late' as const, '/tasks'))
  return [...tasks, ...seats, ...shortMeetings(input, language)]
}

/** Kinds of meeting of which fewer were held this year than the periods that are over ask: as the register counts them. */
function shortMeetings(input: RegisterInput, language: Language): Answer['overdue'] {
  const communities = input.areas.at('community'), all = input.rows('meeting')
  if (communities.length !== 1) return []
  const [{ code }] = communities
  return input.catalogue.meetingRules.flatMap(({ kind }) => {
    const own = all.filter((meeting) => meeting.area === code && meeting.fields.kind === kind)
    const { state, expected, held } = meetingRecord(input, own, code, kind)
    return own.length > 0 && state === 'late' ? [line(`${kind}:${code}`, areaPageWords.lateMeeting, { kind: choiceWord('meeting.kind', kind, language), due: expected, held }, language, 'late', '/registers/meetingFrequency')] : []
  })
}

export function taskLines(input: RegisterInput, language: Language): Answer['tasks'] {
  return chosenTasks(input, {}).filter(({ fields }) => fields.state === 'open' || fields.state === 'doing').slice(0, mostLines)
    .map((row) => line(row.id, areaPageWords.task, { name: row.name, owner: row.fields.owner, due: row.fields.due }, language, overdueDays(input, row) === null ? 'due' : 'late', '/tasks'))
}

type Line = Answer['on'][number]
const line = (id: string, sentence: (typeof areaPageWords)[keyof typeof areaPageWords], details: Record<string, string | number | null>, language: Language, state: Line['state'], page: string): Line => ({ id, text: fillSentence(sentence, details, language), state, page })
