import type { Sentence } from '../../words/sentence.ts'
import { dayOf, monthOf } from './calendar.ts'
import { plainName } from './plain.ts'
import { textOf, type RawCell } from './table.ts'
import type { Trouble } from './trouble.ts'

/** A value, nothing (the cell is empty), or why not; `values` are for the sentence. */
export type Read<T> = { value: T } | { trouble: Pick<Trouble, 'code' | 'values'> }

/** As many as the contract takes by hand. */
export const mostCount = 1_000_000
const mostAmount = 1e12

const trouble = (code: Trouble['code'], cell: RawCell, more: Trouble['values'] = {}): { trouble: Pick<Trouble, 'code' | 'values'> } => ({ trouble: { code, values: { found: shown(cell), ...more } } })

/** A cell as a sentence may show it. */
export const shown = (cell: RawCell): string => {
  const text = textOf(cell).replaceAll(/\p{C}/gu, '�')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** 1,234 · １２ · "56" · 12.0; a unit behind it (㎡, 元, 人, 户, %) is let pass. */
function readNumber(cell: RawCell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  const text = textOf(cell).replaceAll(/\s/g, '').replace(/(平方米|m2|㎡|元|人|户|家|个|次|项|间|栋|件|%)$/i, '')
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return null
  return Number(text.replaceAll(',', ''))
}

export function readCount(cell: RawCell): Read<number> {
  const number = readNumber(cell)
  if (number === null) return trouble('badCount', cell)
  if (!Number.isInteger(number)) return trouble('notWhole', cell)
  return number >= 0 && number <= mostCount ? { value: number } : trouble('outOfRange', cell, { least: 0, most: mostCount })
}

export function readAmount(cell: RawCell): Read<number> {
  const number = readNumber(cell)
  if (number === null) return trouble('badNumber', cell)
  return number >= 0 && number <= mostAmount ? { value: number } : trouble('outOfRange', cell, { least: 0, most: mostAmount })
}

export function readDegrees(cell: RawCell, most: 180 | 90): Read<number> {
  const number = readNumber(cell)
  if (number === null) return trouble('badNumber', cell)
  return Math.abs(number) <= most ? { value: number } : trouble('outOfRange', cell, { least: -most, most })
}

export function readYear(cell: RawCell): Read<number> {
  const number = readNumber(typeof cell === 'number' ? cell : textOf(cell).replace(/年度?$/, ''))
  return number !== null && Number.isInteger(number) && number >= 1900 && number <= 2100 ? { value: number } : trouble('badYear', cell)
}

export function readDay(cell: RawCell, minguo: boolean): Read<string> {
  const day = dayOf(cell, minguo)
  return day === null ? trouble(minguo ? 'badMinguoDay' : 'badDay', cell) : { value: day }
}

export function readMonth(cell: RawCell): Read<string> {
  const month = monthOf(cell)
  return month === null ? trouble('badMonth', cell) : { value: month }
}

const yes: ReadonlySet<string> = new Set(['是', '有', '√', '✓', '✔', '对', 'y', 'yes', 'true', '1', '已', '已建', '已建立'])
const no: ReadonlySet<string> = new Set(['否', '无', '没有', '×', '✗', 'x', 'n', 'no', 'false', '0', '未', '未建', '未建立'])

export function readFlag(cell: RawCell): Read<boolean> {
  if (typeof cell === 'boolean') return { value: cell }
  const text = plainName(textOf(cell))
  if (yes.has(text)) return { value: true }
  return no.has(text) ? { value: false } : trouble('badFlag', cell)
}

export type Choices = readonly { code: string; word: Sentence }[]

/** A word of either language or the code. */
export function readChoice(cell: RawCell, choices: Choices, language: 'zh' | 'en' = 'zh'): Read<string> {
  const found = plainName(textOf(cell))
  const one = choices.find(({ code, word }) => [code, word.zh, word.en].some((each) => plainName(each) === found))
  return one ? { value: one.code } : trouble('badChoice', cell, { expected: choices.map(({ word }) => word[language]).join('、'), expectedEn: choices.map(({ word }) => word.en).join(', ') })
}

/** Several in one cell: by 、 ； ， or a line break. */
export const partsOf = (cell: RawCell): string[] => textOf(cell).split(/[、;,\n|]/).map((part) => part.trim()).filter((part) => part !== '')

export function readText(cell: RawCell, most: number): Read<string> {
  const text = typeof cell === 'string' ? cell.trim() : textOf(cell)
  return text.length <= most ? { value: text } : trouble('tooLong', cell, { most, length: text.length })
}
