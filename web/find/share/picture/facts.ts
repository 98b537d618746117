import { dayAndMinute } from '../../../../geodata/hours/clock.ts'
import type { VenueState } from '../../../../geodata/model/venue.ts'
import { clockText, dateText, dayTypeText } from '../../../../geodata/words/hours.ts'
import type { FindShareKey } from '../../../text/findShare.ts'
import { day as dayWords, type Lang } from '../../../text/numbers.ts'
import type { Values } from '../../../text/saying.ts'
import type { Pace } from '../../pace.ts'
import type { Place } from '../../standing.ts'
import { factsOf, priceLines, sessionWords, trustLines, type VenueAnswer } from '../../venueFacts.ts'
import { bothWalks, distanceWords, stateWords, type Say } from '../../words.ts'

type Told = { label: string; lines: readonly string[]; /** The one to be found at a glance. */ large?: boolean }
/** Everything a picture of a card says, in the order in which it stands there. '' and null: nothing of the kind. */
export type PictureFacts = {
  site: string; demo: string; state: VenueState; word: string; until: string; seen: string; name: string; kind: string; pending: string; walk: string; from: string
  rows: readonly Told[]
  /** null: the link is too long for a code. */
  qr: { link: string; hint: string; later: string } | null
  foot: readonly string[]
}
export type PictureSetting = {
  place: Place; answer: VenueAnswer; /** The hour shown, and whether it is that of a link rather than now. */ at: number; fixed: boolean
  /** Name of the start; null: it does not go along. */ start: string | null; pace: Pace; link: string; /** Whether a code can hold it. */ coded: boolean; attribution: string
  lang: Lang; say: Say; sayShare: (key: FindShareKey, values?: Values) => string
}

export function factsOfPicture({ place, answer, at, fixed, start, pace, link, coded, attribution, lang, say, sayShare }: PictureSetting): PictureFacts {
  const { row } = place
  const { day, minute } = dayAndMinute(at)
  const { word, until } = stateWords(place, at, say, lang)
  const comma = say('card.comma')
  const steps = answer.route ? say(answer.route.steps ? 'detail.waySteps' : 'detail.wayNoSteps') : ''
  return {
    site: sayShare('paper.source'), demo: answer.demo ? say('foot.demo') : '', state: place.standing.state, word, until,
    seen: sayShare(fixed ? 'picture.then' : 'picture.seen', { when: `${dateText(day, Number(day.slice(0, 4)), lang)} ${clockText(minute)}` }),
    name: row.name, kind: [row.categoryName, row.communityName ?? ''].filter((part) => part !== '').join(' · '), pending: row.report?.state === 'pending' ? say('card.pending') : '',
    walk: start === null ? '' : bare(bothWalks(row, pace, say)), from: start === null || row.walkMinutes === null ? '' : [sayShare('picture.from', { start }), row.walkMetres === null ? '' : distanceWords(row.walkMetres, say), bare(steps)].filter((part) => part !== '').join(comma),
    rows: [
      ...hoursOf(answer, row.rule !== null, fixed, { lang, say, sayShare }),
      ...placed(factsOf(answer, say).filter(({ label, lines }) => !leftOut.some((key) => label === say(key) || lines[0] === say(key))), say, { label: say('detail.price'), lines: pricesOf(answer, say) }),
      { label: sayShare('picture.phone'), lines: [row.phone ?? say('card.noPhone')], large: row.phone !== null },
    ],
    qr: coded ? { link, hint: sayShare('picture.qr'), later: sayShare('picture.later') } : null,
    foot: [...(coded ? [] : [sayShare('picture.later')]), ...trustLines(answer, say, lang), ...(answer.dataDate === null ? [] : [say('foot.date', { day: dayWords(answer.dataDate, lang) })]), ...(attribution === '' ? [] : [attribution])],
  }
}

/** The community stands below the name; what a place does not do is left to its card. */
const leftOut = ['detail.unit', 'detail.community', 'detail.delivers.no', 'detail.halal.no'] as const

/** What it costs stands after who may come. */
const placed = (facts: readonly Told[], say: Say, price: Told): readonly Told[] => {
  const who = facts.findIndex(({ label }) => label === say('detail.who')) + 1
  return [...facts.slice(0, who), price, ...facts.slice(who)]
}

/** All that read the picture: nobody's own price. */
const pricesOf = (answer: VenueAnswer, say: Say): readonly string[] => {
  const lines = priceLines(answer, say)
  const any = say('detail.ageAny')
  return lines.length > 0 ? lines.map(({ what, ages, yuan }) => [what, ages === any ? '' : ages, yuan].filter((part) => part !== '').join(' ')) : [answer.venue.priceText || say('card.priceUnknown')]
}

/** Without the full stop of a sentence. */
const bare = (sentence: string): string => sentence.replace(/[。.]$/, '')

type Day = VenueAnswer['week'][number]
type Saying = Pick<PictureSetting, 'lang' | 'say' | 'sayShare'>

function hoursOf({ week, hours, hoursText, caveats, day }: VenueAnswer, known: boolean, fixed: boolean, saying: Saying): readonly Told[] {
  const { lang, say, sayShare } = saying
  const doubts = [...caveats, ...(day.calendarMissing ? [say('list.calendarMissing', { year: day.day.slice(0, 4) })] : [])]
  const mind = doubts.length > 0 ? [{ label: sayShare('picture.mind'), lines: doubts }] : []
  const label = say('detail.week')
  if (!known) return [{ label, lines: [hours ? say('detail.unread', { hours }) : say('detail.unknownHours')] }, ...mind]
  const [first, ...rest] = week
  const even = new Set(week.map((one) => textOf(one, saying))).size === 1
  const special = week.some((one) => kindOf(one, lang) !== '' || one.unknown)
  return [
    ...(first ? [{ label: sayShare(fixed ? 'picture.day' : 'picture.today'), lines: [[`${weekday(first, lang)} ${dateText(first.day, Number(first.day.slice(0, 4)), lang)}`, nameOf(first, saying)].filter((part) => part !== '').join(' '), ...partsOf(first, saying)] }] : []),
    ...(even && !special ? [] : [{ label: sayShare('picture.week'), lines: linesOf(rest, saying) }]),
    ...(hoursText !== null && (even || special) ? [{ label: sayShare('picture.usual'), lines: hoursText.split(lang === 'zh' ? '；' : '; ') }] : []),
    ...mind,
  ]
}

/** Days of the same hours together, in the order of the week; one that is out of the ordinary has its date and a line of its own. */
function linesOf(days: readonly Day[], saying: Saying): readonly string[] {
  const { lang, say, sayShare } = saying
  const plain = new Map<string, Day[]>()
  for (const day of days) if (kindOf(day, lang) === '') plain.set(textOf(day, saying), [...(plain.get(textOf(day, saying)) ?? []), day])
  return [
    ...[...plain.values()].flatMap((same) => led(`${runsOf(same, saying)}${say('card.colon')}`, partsOf(same[0], saying))),
    ...alikeOf(days.filter((day) => kindOf(day, lang) !== ''), saying).flatMap((alike) => {
      const [first, last] = [alike[0], alike[alike.length - 1]]
      const [from, to] = [first, last].map((day) => `${weekday(day, lang)} ${dateText(day.day, Number(day.day.slice(0, 4)), lang)}`)
      const dates = first === last ? from : sayShare('picture.to', { from, to })
      return led(`${[dates, nameOf(first, saying)].filter((part) => part !== '').join(' ')}${say('card.colon')}`, partsOf(first, saying))
    }),
  ]
}

/** Days after each other that are out of the ordinary in the same way. */
const alikeOf = (days: readonly Day[], saying: Saying): readonly (readonly Day[])[] => days.reduce<Day[][]>((runs, day) => {
  const run = runs[runs.length - 1]
  const before = run?.[run.length - 1]
  if (run && before && Date.parse(day.day) - Date.parse(before.day) === 86_400_000 && kindOf(day, saying.lang) === kindOf(before, saying.lang) && textOf(day, saying) === textOf(before, saying)) run.push(day)
  else runs.push([day])
  return runs
}, [])

/** A session a line; why there is none in one. */
const partsOf = (day: Day, saying: Saying): readonly string[] => (day.unknown || day.sessions.length === 0 ? [textOf(day, saying)] : day.sessions.map((session) => sessionWords([session], saying.say, saying.lang)))
const led = (days: string, [first, ...rest]: readonly string[]): readonly string[] => [`${days}${first ?? ''}`, ...rest]

/** What kind of day it is, unless its hours say so themselves. */
const nameOf = (day: Day, saying: Saying): string => (textOf(day, saying).startsWith(kindOf(day, saying.lang)) ? '' : kindOf(day, saying.lang))

/** Monday to Friday, Sunday. */
function runsOf(days: readonly Day[], { lang, sayShare }: Saying): string {
  const sorted = [...days].sort((one, other) => numberOf(one) - numberOf(other))
  const runs: Day[][] = []
  for (const day of sorted) {
    const run = runs[runs.length - 1]
    if (run && numberOf(run[run.length - 1]) === numberOf(day) - 1) run.push(day)
    else runs.push([day])
  }
  const list = lang === 'zh' ? '、' : ', '
  return runs.map((run) => (run.length > 2 ? sayShare('picture.to', { from: weekday(run[0], lang), to: weekday(run[run.length - 1], lang) }) : run.map((day) => weekday(day, lang)).join(list))).join(list)
}

const textOf = (day: Day, { lang, say }: Saying): string => (day.unknown ? say('detail.dayUnknown') : day.sessions.length > 0 ? sessionWords(day.sessions, say, lang) : day.closed)
/** A plain working day or weekend tells itself. */
const kindOf = (day: Day, lang: Lang): string => day.name || (day.type === 'holiday' || day.type === 'makeup' ? dayTypeText(day.type, lang) : '')
/** Monday 1 to Sunday 7. */
const numberOf = ({ day }: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
const weekday = ({ day }: Day, lang: Lang): string => new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** All that stands on the picture, for who does not see it. */
export const wordsOfPicture = (facts: PictureFacts): string => [
  facts.site, facts.demo, facts.word, facts.until, facts.seen, facts.name, facts.kind, facts.pending, facts.walk, facts.from, ...facts.rows.map(({ label, lines }) => `${label}: ${lines.join('; ')}`), ...(facts.qr ? [facts.qr.hint, facts.qr.later] : []), ...facts.foot,
].filter((part) => part !== '').join('\n')
