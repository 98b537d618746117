import type { WallBoard, WallRow } from '../../../../geodata/contract/wall.ts'
import type { WallBoardCode } from '../../../../geodata/model/wall.ts'
import { wallAnswerWords, wallBoardWords } from '../../../../geodata/words/wallBoards.ts'
import { counted } from '../../../../geodata/words/figure.ts'
import { fillSentence, listSign, type Language, type Sentence, type SentenceDetails } from '../../../../geodata/words/sentence.ts'
import { halfHoursOfDay } from './half-hours.ts'

type Listed = Extract<WallBoard, { rows: WallRow[]; total: number }>

/** The question answered, from what the board itself shows: all of its rows, in order. '' where nothing was entered or nothing is told. */
export function answerOf(board: WallBoard, language: Language): string {
  if (board.why !== null) return ''
  const words = wallBoardWords[board.code]
  if (board.kind === 'matrix' && board.rows.length === 1) return oneCommunity(board, language)
  const details = board.kind === 'halfHours' ? hoursDetails(board, language) : board.kind === 'matrix' ? matrixDetails(board) : listDetails[board.code](board, language)
  return write(details['settled'] === 1 ? words.settled : words.answer, details, language)
}

/** Numbers in a sentence are written as those beside it. */
const write = (sentence: Sentence, details: SentenceDetails, language: Language): string => fillSentence(sentence, counted(details, language), language)
const total = (rows: readonly WallRow[], of: (row: WallRow) => number | null | undefined = ({ value }) => value): number => rows.reduce((sum, row) => sum + (of(row) ?? 0), 0)
const settled = (is: boolean): SentenceDetails => (is ? { settled: 1 } : {})
const percent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((100 * part) / whole))

const listDetails: Readonly<Record<WallBoardCode, (board: Listed, language: Language) => SentenceDetails>> = {
  noMeals({ rows, untold }, language) {
    const [first] = rows, residents = untold > 0 ? null : total(rows, ({ second }) => second?.value)
    if (!first || total(rows) === 0) return settled(true)
    return { value: total(rows), of: first.of, persons: residents === null ? '' : write(wallAnswerWords.persons, { residents }, language), first: first.name, most: first.value }
  },
  bestOpening: ({ rows: [first] }) => (first && first.value !== null && first.value > 0 ? { first: first.name, most: first.value, older: first.second?.value ?? null } : settled(true)),
  shutRooms: ({ rows }) => ({ value: total(rows), of: total(rows, ({ of }) => of), first: rows[0]?.name ?? null, most: rows[0]?.value ?? null, ...settled(total(rows) === 0) }),
  emptyCarriers: ({ rows }) => ({
    carriers: rows.length, blank: rows.filter(({ value }) => value === 0).length, first: rows[0]?.name ?? null, firms: rows[0]?.of ?? null, most: rows[0]?.value ?? null, work: rows[0]?.second?.value ?? null, ...settled(rows.length === 0),
  }),
  fillSeats: ({ rows }) => ({ value: rows.length, late: rows.filter(({ state }) => state === 'late').length, first: rows[0]?.name ?? null, most: rows[0]?.value ?? null, ...settled(rows.length === 0) }),
  fewReported({ rows }, language) {
    const told = rows.filter(({ value }) => value !== null), untold = rows.length - told.length
    return { first: told[0]?.name ?? null, most: told[0]?.value ?? null, untold: untold === 0 ? '' : write(wallAnswerWords.untold, { untold }, language), ...settled(told.length === 0) }
  },
  unmanaged({ rows }) {
    const count = (wanted: WallRow['state']): number => rows.filter(({ state }) => state === wanted).length
    return { of: rows.length, value: count('missing'), partial: count('partial'), ...settled(count('missing') + count('partial') === 0) }
  },
  requestPlaces: ({ rows }) => ({ value: total(rows), first: rows[0]?.name ?? null, most: rows[0]?.value ?? null, percent: percent(rows[0]?.value ?? 0, total(rows)), ...settled(total(rows) === 0) }),
  unclaimed: ({ rows }) => ({ value: rows.length, first: rows[0]?.name ?? null, most: rows[0]?.value ?? null, ...settled(rows.length === 0) }),
  closedTasks: ({ rows }) => ({ value: total(rows), left: total(rows, ({ of }) => of) - total(rows), first: rows[0]?.name ?? null, most: rows[0]?.value ?? null, ...settled(total(rows) === 0) }),
  hours: () => ({}), missingRoom: () => ({}),
}

/** Of a single community what it lacks is said by name. */
function oneCommunity({ columns, rows: [{ name, cells }] }: Extract<WallBoard, { kind: 'matrix' }>, language: Language): string {
  const items = columns.flatMap((column, at) => (cells[at] === 'built' || cells[at] === 'shared' ? [] : [column.name]))
  return items.length === 0 ? wallBoardWords.missingRoom.settled[language] : write(wallAnswerWords.lacks, { area: name, items: items.join(listSign(language)) }, language)
}

function matrixDetails({ columns, rows }: Extract<WallBoard, { kind: 'matrix' }>): SentenceDetails {
  const isThere = (cell: string): boolean => cell === 'built' || cell === 'shared'
  const lacking = columns.map(({ name }, at) => ({ name, count: rows.filter(({ cells }) => cells[at] === 'missing').length })).toSorted((a, b) => b.count - a.count)
  const short = rows.filter(({ cells }) => !cells.every(isThere)).length
  return { of: rows.length, value: short, first: lacking[0]?.name ?? null, most: lacking[0]?.count ?? null, ...settled(short === 0) }
}

/** 晚饭: half hour 35 begins at 17:30. From 6:00 to 20:00 people eat. */
const supper = 35, firstMeal = 12, lastMeal = 40

function hoursDetails({ covered, open, total: all }: Extract<WallBoard, { kind: 'halfHours' }>, language: Language): SentenceDetails {
  const weigh = (h: number): number => covered[h] ?? open[h]
  const best = Array.from({ length: halfHoursOfDay }, (_, h) => h).reduce((top, h) => (weigh(h) > weigh(top) ? h : top), 0)
  if (weigh(best) === 0) return settled(true)
  const said = (h: number, sentence = wallAnswerWords.sharePart): string => {
    const people = covered[h]
    return people !== null && all !== null && all > 0 ? write(sentence, { percent: percent(people, all) }, language) : write(wallAnswerWords.openPart, { open: open[h] }, language)
  }
  const gap = longestGap(Array.from({ length: halfHoursOfDay }, (_, h) => weigh(h)))
  return { first: clock(best), best: said(best), evening: clock(supper), late: said(supper, wallAnswerWords.shareAgain), gap: gap === null ? '' : write(wallAnswerWords.gap, { from: clock(gap.from), to: clock(gap.to) }, language) }
}

/** The longest stretch between the first and the last meal at which nobody has a canteen in reach (or none is open, where persons are not told); null: there is none. */
function longestGap(reached: readonly number[]): { from: number; to: number } | null {
  let longest: { from: number; to: number } | null = null
  for (let from = firstMeal, to = from; from < lastMeal; from = to + 1) {
    for (to = from; to < lastMeal && reached[to] === 0; to++);
    if (to - from > (longest === null ? 0 : longest.to - longest.from)) longest = { from, to }
  }
  return longest
}

const clock = (halfHour: number): string => `${String(halfHour >> 1).padStart(2, '0')}:${halfHour % 2 === 0 ? '00' : '30'}`
