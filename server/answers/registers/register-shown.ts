import { areaLevels } from '../../../geodata/model/area.ts'
import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import type { Cell, Chosen, Column, Guarded, RegisterTable, Row } from '../../../geodata/registers/register.ts'
import { registerWords } from '../../../geodata/words/registers/all.ts'
import { catalogueWord, isOfCatalogue } from '../../../geodata/words/registers/catalogueWord.ts'
import { choiceWord } from '../../../geodata/words/registers/choice.ts'
import { registerNotes, sharedColumns } from '../../../geodata/words/registers/columns.ts'
import { fillAnswer } from '../../../geodata/words/registers/fillAnswer.ts'
import { fillSentence, listSign, type Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import { toldCell, toldValue, type Telling } from './register-telling.ts'

/** Name of a column or map value: the register's own words, else those that several share. */
export function columnName(code: RegisterCode, column: string, language: Language): string {
  const words = registerWords[code]
  return (words?.columns?.[column] ?? sharedColumns[column] ?? words?.headlines?.[column]?.name)?.[language] ?? column
}

/** One row as a reader sees it: choices and areas in words, persons as far as they are told. */
export function shownCells(open: OpenCity, telling: Telling, columns: readonly Column[], row: Row, language: Language): Cell[] {
  return columns.map((column, i) => written(open, column, toldCell(telling, column, row, row.cells[i] ?? null), language))
}

function written(open: OpenCity, { kind, choice }: Column, value: Cell, language: Language): Cell {
  if (typeof value !== 'string') return value
  if (choice !== undefined) return wordOf(open, choice, value, language)
  const { areas } = open.city
  const area = kind === 'area' ? areas.byCode.get(value) : undefined
  return area === undefined ? value : areas.names[area]
}

const communityLevel = areaLevels.indexOf('community')

const wordOf = ({ catalogue }: OpenCity, choice: string, code: string, language: Language): string => (isOfCatalogue(choice) ? catalogueWord(catalogue, choice, code, language) : choiceWord(choice, code, language))

/** The question answered in a sentence; the other sentence where nothing is late or missing. */
export function answerSentence(open: OpenCity, code: RegisterCode, table: RegisterTable, telling: Telling, language: Language, area: string | null): string {
  const words = registerWords[code]
  if (!words || (table.rows.length === 0 && !table.settled)) return ''
  const late = lateRows(table)
  const sentence = words.answerNone && (late === 0 || late === null) ? words.answerNone : words.answer
  const details = Object.fromEntries(Object.entries(table.answer).map(([name, value]) => [name, isPlain(value) ? value : 'choice' in value ? value.codes.map((one) => wordOf(open, value.choice, one, language)).join(listSign(language)) : said(telling, value, language)]))
  const at = area === null ? undefined : open.city.areas.byCode.get(area)
  const untold = Object.entries(table.answer).flatMap(([name, value]) => (!isPlain(value) && 'keys' in value && toldValue(telling, value).hidden === 'untold' ? [name] : []))
  return fillAnswer(sentence, details, language, { isOne: at !== undefined && open.city.areas.levels[at] >= communityLevel, untold })
}

function said(telling: Telling, guarded: Guarded, language: Language): string | number | null {
  const { value, hidden } = toldValue(telling, guarded)
  return hidden === null ? value : fillSentence(registerNotes[hidden], { k: telling.k }, language)
}

const isPlain = (value: string | number | null | Guarded | Chosen): value is string | number | null => typeof value !== 'object' || value === null

/** Rows that are late or missing; null: the register has no such state. */
export function lateRows({ columns, rows }: RegisterTable): number | null {
  const at = columns.findIndex(({ kind }) => kind === 'state')
  return at < 0 ? null : rows.filter(({ cells }) => cells[at] === 'late' || cells[at] === 'missing').length
}
