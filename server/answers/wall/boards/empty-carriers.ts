import { cutsOf } from '../../../../geodata/registers/twoNew/cuts.ts'
import { figuresOf, type Figures } from '../../../../geodata/registers/twoNew/tally.ts'
import type { EntryOf } from '../../../../geodata/model/entry.ts'
import { wallAnswerWords } from '../../../../geodata/words/wallBoards.ts'
import { fillSentence } from '../../../../geodata/words/sentence.ts'
import { twoNewAsked } from '../../two-new/asked.ts'
import { isBelowCommunities, litAreas, type BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'

export type CarrierCover = { carrier: EntryOf<'carrier'>; figures: Figures }

/** Enterprises of each carrier that operate in the asked area; carriers with none are left out. */
export async function carrierCovers({ open, area, reader, input, day }: BoardAsk): Promise<CarrierCover[]> {
  const asked = await twoNewAsked(open, { ...(area !== null && { area }), ...(day !== open.day && { month: day.slice(0, 7) }) }, reader)
  const { byCarrier } = cutsOf(asked.firms.filter(({ community }) => asked.isInside(community)), (community) => [community], asked.least)
  return [...byCarrier].flatMap(([id, { enterprise }]): CarrierCover[] => {
    const carrier = asked.carriers.get(id) ?? null, figures = figuresOf(enterprise)
    return carrier === null || figures.operating === 0 || input.areas.of(carrier.area ?? '') === null ? [] : [{ carrier, figures }]
  }).toSorted((a, b) => (a.carrier.id < b.carrier.id ? -1 : 1))
}

/** 哪栋楼宇空白: organisation and work coverage of each carrier. */
export async function emptyCarriers(ask: BoardAsk): Promise<BoardBody> {
  if (isBelowCommunities(ask)) return { kind: 'pairs', rows: [], why: 'level' }
  const rows = (await carrierCovers(ask)).map(({ carrier: { id, name, area, position, fields }, figures: { organised, work, due } }) => wallRow({
    id, name, value: organised.share === null ? null : organised.covered, of: organised.total, second: { value: work.share === null ? null : work.covered, of: work.total },
    note: due.total > due.covered ? fillSentence(wallAnswerWords.dueNote, { due: due.total - due.covered }, ask.language) : '', areas: litAreas(ask.input, [area, ...(fields.alsoIn ?? [])].flatMap((code) => code ?? [])), position: position && [position[0], position[1]],
  }))
  return { kind: 'pairs', rows, why: rows.length === 0 ? 'none' : null }
}
