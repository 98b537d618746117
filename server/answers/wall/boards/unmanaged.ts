import { registerStates, type RegisterState } from '../../../../geodata/model/register.ts'
import { choiceWord } from '../../../../geodata/words/sheets/all.ts'
import { wallAnswerWords } from '../../../../geodata/words/wallBoards.ts'
import { fillSentence } from '../../../../geodata/words/sentence.ts'
import { tableOf } from '../../registers/register-tables.ts'
import { isBelowCommunities, litAreas, type BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'

/** 哪些小区失管: estates by what they lack; those that lack nothing come last. */
export async function unmanaged(ask: BoardAsk): Promise<BoardBody> {
  if (isBelowCommunities(ask)) return { kind: 'list', rows: [], why: 'level' }
  const { open, area, day, reader, input, language } = ask
  const table = (await tableOf(open, 'selfGovernance', { area, day }, reader))?.table
  const at = (code: string): number => table?.columns.findIndex((column) => column.code === code) ?? -1
  const [property, owners, state] = ['property', 'owners', 'state'].map(at)
  const rows = (table?.rows ?? []).filter(({ cells }) => isState(cells[state]) && cells[state] !== 'none').map(({ id, cells }) => {
    const estate = input.areas.of(id), text = (key: 'estate.property' | 'estate.owners', cell: unknown): string => (typeof cell === 'string' ? choiceWord(key, cell, language) : '—')
    return wallRow({
      id, name: estate?.name ?? id, state: isState(cells[state]) ? cells[state] : null, areas: litAreas(input, [id]), position: estate?.centre ? [estate.centre[0], estate.centre[1]] : null,
      note: fillSentence(wallAnswerWords.estateNote, { property: text('estate.property', cells[property]), owners: text('estate.owners', cells[owners]) }, language),
    })
  })
  return { kind: 'list', rows, why: rows.length === 0 ? 'none' : null }
}

const isState = (cell: unknown): cell is RegisterState => registerStates.some((state) => state === cell)
