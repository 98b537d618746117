import { daysBetween } from '../../../../geodata/registers/days.ts'
import type { EntryOf } from '../../../../geodata/model/entry.ts'
import { wallAnswerWords } from '../../../../geodata/words/wallBoards.ts'
import { fillSentence } from '../../../../geodata/words/sentence.ts'
import { tableOf } from '../../registers/register-tables.ts'
import { isBelowCommunities, litAreas, type BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'

/** Needs of the list, and which of them nobody has taken: as the register of the three lists has it. */
export async function listedNeeds({ open, area, day, reader, input }: BoardAsk): Promise<{ needs: number; unclaimed: EntryOf<'listItem'>[] }> {
  const table = (await tableOf(open, 'listMatching', { area, day }, reader))?.table
  const list = table?.columns.findIndex(({ code }) => code === 'list') ?? -1, state = table?.columns.findIndex(({ code }) => code === 'state') ?? -1
  const needs = (table?.rows ?? []).filter(({ cells }) => cells[list] === 'need')
  const free = new Set(needs.flatMap(({ id, cells }) => (cells[state] === 'missing' ? [id] : [])))
  return { needs: needs.length, unclaimed: input.rows('listItem').filter(({ id }) => free.has(id)) }
}

/** 哪些需求没人认领: by the days they have waited. */
export async function unclaimed(ask: BoardAsk): Promise<BoardBody> {
  if (isBelowCommunities(ask)) return { kind: 'list', rows: [], why: 'level' }
  const { needs, unclaimed: free } = await listedNeeds(ask), { input, language } = ask
  const rows = free.map(({ id, name, area, position, validFrom, fields }) => wallRow({
    id, name, value: validFrom === null ? null : daysBetween(validFrom, ask.day), state: 'missing', areas: litAreas(input, area === null ? [] : [area]), position: position && [position[0], position[1]],
    note: fillSentence(wallAnswerWords.needNote, { category: fields.category, area: area === null ? '' : (input.areas.of(area)?.name ?? area) }, language),
  }))
  return { kind: 'list', rows, why: needs === 0 ? 'none' : null }
}
