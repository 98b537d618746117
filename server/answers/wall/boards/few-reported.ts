import { wallAnswerWords } from '../../../../geodata/words/wallBoards.ts'
import { fillSentence } from '../../../../geodata/words/sentence.ts'
import { tableOf } from '../../registers/register-tables.ts'
import { tellingOf, toldCell } from '../../registers/register-telling.ts'
import { isBelowCommunities, type BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'

/** 报到哪里缺人: in-service members reported to each community as they are told, and units that reported. */
export async function fewReported(ask: BoardAsk): Promise<BoardBody> {
  if (isBelowCommunities(ask)) return { kind: 'bars', rows: [], why: 'level' }
  const { open, area, day, reader, input, language } = ask
  const made = await tableOf(open, 'doubleCheckin', { area, day }, reader)
  if (!made || made.table.rows.length === 0) return { kind: 'bars', rows: [], why: 'none' }
  const { columns, rows } = made.table, telling = await tellingOf(open, 'doubleCheckin', { area, day }, reader)
  const place = (code: string): number => columns.findIndex((column) => column.code === code)
  const reported = place('reported'), done = place('unitsReported'), due = place('unitsDue')
  const number = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)
  const found = rows.map((row) => {
    const value = number(toldCell(telling, columns[reported], row, row.cells[reported])), community = input.areas.of(row.id)
    const units = { value: number(row.cells[done]), of: number(row.cells[due]) }
    const note = value === null ? wallAnswerWords.fewNote[language] : fillSentence(wallAnswerWords.unitsNote, { done: units.value, of: units.of }, language)
    return wallRow({ id: row.id, name: community?.name ?? row.id, value, second: units, note, areas: [row.id], position: community?.centre ? [community.centre[0], community.centre[1]] : null })
  })
  const untold = found.filter(({ value }) => value === null).length
  return { kind: 'bars', rows: found, untold, why: untold === found.length ? 'few' : null }
}
