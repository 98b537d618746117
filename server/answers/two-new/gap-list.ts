import type { QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { organisationGaps } from '../../../geodata/contract/twoNew.ts'
import { dispatchOf, type Sent } from '../../../geodata/registers/twoNew/dispatch.ts'
import { hasWorkCover, isDue, type Firm } from '../../../geodata/registers/twoNew/firm.ts'
import { dueFirms, excludedFirms, uncoveredFirms, waitingFirms } from '../../../geodata/registers/twoNew/lists.ts'
import { organisedWords } from '../../../geodata/words/sheets/organisations.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { listReasons } from '../../../geodata/words/twoNew.ts'
import { checkWithin } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { twoNewAsked, type TwoNewAsked } from './asked.ts'

export type TwoNewList = Pick<QueryOf<typeof organisationGaps>, 'area' | 'month' | 'kind' | 'list' | 'carrier'>
export type ListedFirm = Firm & { reason: string; sent: Sent | null; task: string | null }

/** The asked list within the asked area. Instructors are given out over the whole city, so that a place is not promised in two areas. Refusal: unknownArea, outsideAreas. */
export async function twoNewList(open: OpenCity, query: TwoNewList, reader: Reader, language: Language): Promise<{ asked: TwoNewAsked; firms: ListedFirm[] }> {
  const asked = await twoNewAsked(open, query, reader)
  checkWithin(open, reader, asked.area)
  const { firms, least, input, isInside } = asked
  const waiting = waitingFirms(firms, least)
  const sent = dispatchOf(waiting, input.rows('instructor'), (area) => ({ community: input.areas.above(area, 'community')?.code ?? null, street: input.areas.above(area, 'street')?.code ?? null }))
  const listed = { uncovered: () => uncoveredFirms(firms), due: () => dueFirms(firms, least), dispatch: () => waiting, excluded: () => excludedFirms(firms) }[query.list]()
  const chosen = listed.filter(({ organisation, community }) => isInside(community) && (query.kind === undefined || organisation.kind === query.kind) && (query.carrier === undefined || organisation.carrier === query.carrier))
  const tasks = new Map(input.rows('task').filter(({ fields }) => fields.origin === 'uncoveredFirm' && (fields.state === 'open' || fields.state === 'doing')).map(({ id, fields }) => [fields.subject, id]))
  const names = new Map(firms.map(({ organisation }) => [organisation.id, organisation.name]))
  return { asked, firms: chosen.map((firm) => ({ ...firm, reason: reasonOf(firm, query.list, least, names, language), sent: sent.get(firm.organisation.id) ?? null, task: tasks.get(firm.organisation.id) ?? null })) }
}

/** Without counts of members: the list is also a file. */
function reasonOf({ organisation, exclusion }: Firm, list: TwoNewList['list'], least: number, names: ReadonlyMap<string, string>, language: Language): string {
  if (exclusion !== null) return fillSentence(listReasons[exclusion.reason], { id: exclusion.of, name: names.get(exclusion.of ?? '') ?? null }, language)
  const { organised, work } = organisation
  const isDueHere = list !== 'uncovered' && isDue(organisation, least) && organised !== 'single'
  if (isDueHere) return fillSentence(listReasons.due, { least, organised: organisedWords[organised ?? 'none'][language] }, language)
  if (organised === 'attached') return listReasons.attachedOnly[language]
  return (organised === null && work === null && !hasWorkCover(organisation) ? listReasons.silent : listReasons.uncovered)[language]
}
