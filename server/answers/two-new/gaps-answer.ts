import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { organisationGaps } from '../../../geodata/contract/twoNew.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { cursorAt, offsetOf } from '../cursor.ts'
import type { OpenCity } from '../open-city.ts'
import { standingOf } from '../standing.ts'
import type { TwoNewAsked } from './asked.ts'
import { twoNewList, type ListedFirm } from './gap-list.ts'

export type GapsAnswer = AnswerOf<typeof organisationGaps>

const defaultLimit = 50

/** One page of a list. */
export async function organisationGapsAnswer(open: OpenCity, query: QueryOf<typeof organisationGaps>, reader: Reader, language: Language): Promise<GapsAnswer> {
  const { asked, firms } = await twoNewList(open, query, reader, language)
  const { dataVersion } = standingOf(open.identity, open.versions, open.catalogue.version, null)
  const { limit = defaultLimit, cursor, ...question } = query
  const key = JSON.stringify([question.list, question.area ?? null, asked.day, question.kind ?? null, question.carrier ?? null])
  const from = offsetOf(cursor, dataVersion, key), to = Math.min(firms.length, from + limit)
  return { total: firms.length, next: to < firms.length ? cursorAt(to, dataVersion, key) : null, rows: firms.slice(from, to).map((firm) => gapRow(asked, firm)) }
}

export function gapRow({ input, carriers }: TwoNewAsked, { organisation: { id, name, kind, carrier, position, members, employees }, community, reason, sent, task }: ListedFirm): GapsAnswer['rows'][number] {
  const home = carrier === null ? undefined : carriers.get(carrier)
  return {
    id, name, kind, members, employees, reason, task, community: community === null ? null : { code: community, name: input.areas.of(community)?.name ?? community }, carrier: home ? { id: home.id, name: home.name } : null,
    position: position ? [position[0], position[1]] : home?.position ? [home.position[0], home.position[1]] : null,
    instructor: sent && { id: sent.instructor, name: instructorName(input, sent.instructor), room: sent.room },
  }
}

/** A post, never a person: its own name, its title, or the place it serves. */
function instructorName(input: TwoNewAsked['input'], id: string): string {
  const row = input.rows('instructor').find((one) => one.id === id)
  return row?.name || row?.fields.title || (row?.area ? input.areas.of(row.area)?.name : null) || id
}
