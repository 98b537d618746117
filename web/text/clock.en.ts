import type { clockZh } from './clock.zh.ts'

/** The sentences of the clock, in English. */
export const clockEn: Readonly<Record<keyof typeof clockZh, string>> = {
  'clock.anyHour': 'any opening hour {share}',
  'clock.at': '{day} {time}  {share}  {open} open',
  'clock.atUntold': '{day} {time}  {open} open',
  'clock.dayTop': 'at most {share}',
  'clock.week': '{from} to {to}',
  'clock.before': 'The week before',
  'clock.after': 'The week after',
  'clock.weekLabel': 'Coverage at each half hour of the week; left and right move half an hour, up and down a day, Enter asks about that time',
  'clock.examplesLabel': 'Coverage on a working day, a weekend day and a holiday; left and right move half an hour, up and down a day, Enter asks about that time',
  'clock.example.workday': 'Working day',
  'clock.example.rest': 'Day off',
  'clock.example.holiday': 'Holiday',
  'clock.tag.holiday': 'off',
  'clock.tag.makeup': 'worked',
  'clock.table': 'As a table',
  'clock.bars': 'As a chart',
  'clock.time': 'Time',
  'clock.unknown': 'The hours of {unknown} of {sites} are unknown; they do not count as open.',
  'clock.noCalendar': 'The holidays of that year are not known: by weekday alone.',
  'clock.untold': 'Too few people for a rate; below is how many are open.',
  'clock.hint': 'Touch a time to ask about it.',
  'clock.tableTitle': 'Coverage of residents at each half hour',
}
