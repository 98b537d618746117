import type { WallBoard, WallRow } from '../../../geodata/contract/wall.ts'
import { useSpeechStore } from '../../stores/speech.ts'
import * as number from '../../text/numbers.ts'
import { spaced } from '../../text/speech.ts'
import { hasWhole, rate, type RowBoard } from './board.ts'

/** Figures of the wall in the reader's words. */
export const useBoardWords = () => {
  const speech = useSpeechStore()
  /** A sentence of the server, with Chinese typography. */
  const said = (text: string): string => whole(speech.lang === 'zh' ? spaced(text) : text)
  const count = (value: number | null): string => (value === null ? speech.say('board.few') : number.count(value, speech.lang))
  const share = (part: { value: number | null; of: number | null }): string => (part.value === null ? speech.say('board.few') : number.share(rate(part)))
  const withUnit = (text: string, unit: string): string => (unit === '' ? text : said(speech.say('board.unit', { value: text, unit })))
  /** A row's figure as its board writes it. */
  const figure = (board: RowBoard, row: WallRow): string => {
    if (board.kind === 'pairs') return speech.say('board.pair', { first: share(row), second: row.second ? share(row.second) : number.dash })
    if (board.kind === 'list' && board.measures.length === 0) return ''
    if (row.value === null) return speech.say('board.few')
    return withUnit(hasWhole(board.code, row) ? speech.say('board.of', { value: count(row.value), of: count(row.of) }) : count(row.value), board.unit)
  }
  /** A row's figures for readers who do not see which bar they stand at: each after what it counts. */
  const told = (board: RowBoard, row: WallRow): string => {
    const [first = '', whole = '', second = ''] = board.measures
    if (board.kind === 'list' && board.measures.length === 0) return ''
    const parts = board.kind === 'pairs' ? [measured(first, share(row)), measured(second, row.second ? share(row.second) : number.dash)] : [measured(first, count(row.value)), ...(hasWhole(board.code, row) ? [measured(whole, count(row.of))] : [])]
    return said(` ${parts.join(' · ')} `)
  }
  /** The line below a row: its second count in words and why. A second count that has a whole is said by the note itself, where there is one. */
  const note = (board: RowBoard, row: WallRow): string => {
    const measure = board.measures[2] ?? ''
    const counted = board.kind === 'pairs' || measure === '' || !row.second || row.second.value === null || (row.second.of !== null && row.note !== '') ? '' : measured(measure, count(row.second.value))
    return said([counted, row.note].filter((part) => part !== '').join(' · '))
  }
  const time = (half: number): string => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
  /** yyyy-mm */
  const month = (iso: string): string => {
    const [year = '', at = ''] = iso.split('-')
    return speech.say('months.of', { year, month: Number(at) })
  }
  const day = (iso: string): string => number.day(iso, speech.lang)
  /** Why a board has no figure; where nothing was entered, what is to be. */
  const why = ({ why: reason, code }: Pick<WallBoard, 'why' | 'code'>): string => (reason === null ? '' : speech.say(reason === 'none' ? `empty.${code}` : `board.why.${reason}`))
  return { said, count, share, withUnit, figure, told, note, time, month, day, why }
}

/** Thousands of one figure stay on one line: a word joiner (U+2060) after the thin space, which may be broken after. */
const whole = (text: string): string => text.replace(/(\d\u2009)(?=\d{3}(?!\d))/g, '$1\u2060').replace(shortBrackets, (found) => [...found].join('\u2060'))
/** A figure in brackets, and the stop behind it: none of it begins a line alone. */
const shortBrackets = /\uff08[^\uff08\uff09]{0,4}\d[^\uff08\uff09]{0,6}\uff09[\u3002\uff1b\uff0c]?/g

/** A count after the name of what it counts, the unit behind it: the server names units in brackets. */
const measured = (measure: string, figure: string): string => {
  const [, name = measure, unit = ''] = /^(.*?)\s*[\uff08(]([^\uff08()\uff09]+)[\uff09)]$/.exec(measure) ?? []
  return `${name} ${figure}${unit === '' ? '' : ` ${unit}`}`
}
