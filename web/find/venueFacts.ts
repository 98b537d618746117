import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { venue } from '../../geodata/contract/venues.ts'
import { day as dayWords, type Lang } from '../text/numbers.ts'
import type { Say } from './words.ts'
import { yuanWords } from './words.ts'

export type VenueAnswer = AnswerOf<typeof venue>
type Session = VenueAnswer['week'][number]['sessions'][number]
export type Fact = { label: string; lines: readonly string[] }

/** 11:00–13:30（13:00 停止入场）, one after another. */
export const sessionWords = (sessions: readonly Session[], say: Say, lang: Lang): string => sessions.map(({ from, to, nextDay, lastEntry, byAppointment, name }) => {
  const more = [lastEntry === null ? '' : say('detail.lastEntry', { time: lastEntry }), byAppointment ? say('detail.byAppointment') : ''].filter((part) => part !== '')
  const between = lang === 'zh' ? '，' : ', '
  return `${name === '' ? '' : `${name} `}${from}–${nextDay ? say('detail.nextDay') : ''}${to}${more.length === 0 ? '' : lang === 'zh' ? `（${more.join(between)}）` : ` (${more.join(between)})`}`
}).join(lang === 'zh' ? '，' : ', ')

export const ageWords = ({ minAge, maxAge }: { minAge: number | null; maxAge: number | null }, say: Say): string => (minAge !== null && maxAge !== null ? say('detail.ageBetween', { min: minAge, max: maxAge })
  : minAge !== null ? say('detail.ageFrom', { min: minAge }) : maxAge !== null ? say('detail.ageTo', { max: maxAge }) : say('detail.ageAny'))

/** What there is to know of a place besides its hours, prices and programmes; what nobody stated is left out, save where one has to ask. */
export const factsOf = ({ venue: row, address }: VenueAnswer, say: Say): readonly Fact[] => {
  const yesNo = (value: boolean | null, yes: 'detail.delivers.yes' | 'detail.halal.yes' | 'detail.stepFree' | 'detail.toilet', no: 'detail.delivers.no' | 'detail.halal.no' | 'detail.steps' | 'detail.noToilet'): string => (value === null ? '' : say(value ? yes : no))
  const facts: readonly (readonly [string, readonly string[]])[] = [
    [say('detail.who'), [row.admitsText || say('detail.unknown')]],
    [say('detail.pay'), [row.payments.map((payment) => say(`detail.pay.${payment}`)).join(say('card.list'))]],
    [say('detail.bring'), [row.bring ?? '']],
    [say('detail.booking'), [row.booking === null ? '' : say(`detail.booking.${row.booking}`)]],
    [say('detail.delivers'), [yesNo(row.delivers, 'detail.delivers.yes', 'detail.delivers.no')]],
    [say('detail.halal'), [yesNo(row.halal, 'detail.halal.yes', 'detail.halal.no')]],
    [say('detail.access'), [yesNo(row.access.stepFree, 'detail.stepFree', 'detail.steps'), yesNo(row.access.toilet, 'detail.toilet', 'detail.noToilet')]],
    [say('detail.address'), [address ?? '']],
    [say('detail.unit'), [row.unitName ?? '']],
    [say('detail.community'), [row.communityName ?? '']],
  ]
  return facts.map(([label, lines]) => ({ label, lines: lines.filter((line) => line !== '') })).filter(({ lines }) => lines.length > 0)
}

export const priceLines = ({ prices }: VenueAnswer, say: Say): readonly { what: string; ages: string; yuan: string; mine: boolean }[] =>
  prices.map((price) => ({ what: price.what || say('detail.visit'), ages: ageWords(price, say), yuan: yuanWords(price.yuan, say), mine: price.mine }))

/** Who found everything right, and when; where the rest comes from. */
export const trustLines = ({ venue: { checked }, source, date }: VenueAnswer, say: Say, lang: Lang): readonly string[] => [
  checked ? say('detail.checked', { day: dayWords(checked.day, lang), by: checked.by }) : say('detail.unchecked'),
  ...(source === '' ? [] : [date === null ? say('detail.source', { source }) : say('detail.sourceDay', { source, day: dayWords(date, lang) })]),
]
