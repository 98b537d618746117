import type { QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { entryExchanges, facilityExchanges } from '../../../geodata/contract/records.ts'
import { within } from '../../../geodata/kernel/members.ts'
import { addDays } from '../../../geodata/hours/clock.ts'
import { freshDays } from '../../../geodata/model/offer.ts'
import type { EditableKind } from '../../../geodata/model/city.ts'
import { checkAreaScope } from '../../security/area-scope.ts'
import type { Standing } from '../area-finder.ts'
import type { OpenCity } from '../open-city.ts'
import { keyCursor, keyOf } from '../cursor.ts'
import { Refusal } from '../refusal.ts'
import { fold } from '../search/fold.ts'
import { matchWord, wordOf, type Word } from '../search/match-word.ts'
import { candidatesOf, type Candidate } from './candidates.ts'
import { chainOf } from './place.ts'
import { standingRecord, type StandingRecord } from './standing-record.ts'

/** What lists of some kinds are cut by beside the rest; those of the others have none of it. */
type Query = QueryOf<(typeof facilityExchanges)['facilityList']> & QueryOf<(typeof entryExchanges)['entryList']>

const usualPage = 100

/** Records of a kind by rising id (buildings: along the map, rows of registers: by sheet before), those of an area, a category, a sheet, a name. Refusal: unknownArea, outsideAreas, unknownCategory, badCursor, asOfUnknown. */
export async function listAnswer(open: OpenCity, kind: EditableKind, query: Query, reader: Reader): Promise<{ rows: StandingRecord[]; total: number; next: string | null }> {
  const { area, category, sheet, unit, refers, q = '', asOf, unchecked, limit = usualPage, cursor } = query
  await checkAreaScope(reader, area ?? null, async (code) => areaOf(open, code))
  const known = open.catalogue.categories.map((row) => row.code)
  if (category !== undefined && !known.includes(category)) throw new Refusal('unknownCategory', { parameter: 'category', found: category, expected: known.join('、') })
  const print = JSON.stringify([kind, area, category, sheet, unit, refers, q, asOf, unchecked])
  const candidates = await candidatesOf(open, kind, asOf ?? null)
  const isWanted = cursor === undefined ? () => true : candidates.isAfter(keyOf(cursor, print))

  const inArea = membership(open, area)
  const words = fold(q).split(/\s+/).filter((word) => word !== '').map(wordOf)
  const freshFrom = addDays(open.day, -freshDays)
  const isOther = ({ sort, row, checked }: Candidate): boolean =>
    (category !== undefined && sort !== category) || (sheet !== undefined && sort !== sheet) || (unit !== undefined && row?.unit !== unit) || (refers !== undefined && !row?.refers.includes(refers)) || (unchecked !== undefined && checked !== null && (checked === undefined || checked >= freshFrom))
  const rows: StandingRecord[] = []
  let total = 0, next: string | null = null, last = ''
  for (const candidate of candidates.all) {
    if (!inArea(candidate.standing) || isOther(candidate) || (words.length > 0 && !(await matches(candidate, words)))) continue
    total++
    if (next !== null || !isWanted(candidate)) continue
    if (rows.length === limit) next = keyCursor(last, print)
    else {
      // Gone since the list was made: it is not in the next one.
      const record = await candidate.record()
      if (!record) continue
      rows.push(standingRecord(record, chainOf(open, candidate.standing), reader))
      last = candidate.key
    }
  }
  return { rows, total, next }
}

async function matches(candidate: Candidate, words: readonly Word[]): Promise<boolean> {
  const name = fold(await candidate.name()), id = fold(candidate.id)
  return words.every((word) => id.includes(word.text) || matchWord(name, word) !== null)
}

/** An area by its code, for checkAreaScope; null: there is none. */
export function areaOf({ city: { areas } }: OpenCity, code: string): { name: string; chain: string[] } | null {
  const index = areas.byCode.get(code)
  if (index === undefined) return null
  const chain: string[] = []
  for (let at = index; at >= 0; at = areas.parents[at]) chain.push(areas.codes[at])
  return { name: areas.names[index], chain }
}

/** Whether something lies in the area, or is of it where that is an estate. */
export function membership(open: OpenCity, code: string | undefined): (standing: Standing) => boolean {
  const wanted = code === undefined ? undefined : open.city.areas.byCode.get(code)
  if (wanted === undefined) return () => true
  const holds = new Uint8Array(open.city.areas.count + 1)
  for (let at = 0; at < open.city.areas.count; at++) if (within(open.city, at, wanted)) holds[at] = 1
  return ({ area, estate }) => holds[area] === 1 || estate === wanted
}

