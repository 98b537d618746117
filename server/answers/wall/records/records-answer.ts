import type { QueryOf, Reader } from '../../../../geodata/contract/exchange.ts'
import type { wallRecords } from '../../../../geodata/contract/wall.ts'
import { wallBoardCodes, type WallBoardCode, type WallNumberCode, type WallSubject } from '../../../../geodata/model/wall.ts'
import { protectionSentence } from '../../../../geodata/words/protection.ts'
import type { Language } from '../../../../geodata/words/sentence.ts'
import { wallRecordColumns } from '../../../../geodata/words/wallRecords.ts'
import { viewOf } from '../../../security/visibility.ts'
import { cursorAt, offsetOf } from '../../cursor.ts'
import type { OpenCity } from '../../open-city.ts'
import { standingOf } from '../../standing.ts'
import { readWall, type WallAsked } from '../asked.ts'
import { boardAsk } from '../boards/board-ask.ts'
import { boardOf } from '../boards/boards.ts'
import { newerOf } from '../fresh.ts'
import { shownNumbers } from '../shown-numbers.ts'
import { combineLists } from './combine-lists.ts'
import { numbersAt, type RecordAsk } from './record-ask.ts'
import type { ListedRecord, WallRecord, WallRecords } from './record-list.ts'
import { subjectLists } from './subjects.ts'

/** Rows of one page when the caller names no limit. */
const usualPage = 50

/** The records that a number or a board counts, of one area or of several together. Refusals: asked.ts; badCursor, staleVersion. */
export async function wallRecordsAnswer(open: OpenCity, query: QueryOf<typeof wallRecords>, reader: Reader, language: Language): Promise<WallRecords> {
  const { subject, limit = usualPage, cursor } = query
  const asked = await readWall(open, query, reader)
  const codes = asked.only.length > 0 ? asked.only : [asked.area]
  const asks = await Promise.all(codes.map((area) => askOf(open, area, asked, reader, language)))
  const list = combineLists(await Promise.all(asks.map((ask) => subjectLists[subject](ask))))
  const heads = await Promise.all(asks.map((ask) => headOf(ask, subject)))
  const standing = standingOf(open.identity, open.versions, open.catalogue.version, null)
  const key = JSON.stringify(['wallRecords', subject, codes, asked.day, language])
  const from = offsetOf(cursor, standing.dataVersion, key), to = Math.min(list.rows.length, from + limit)
  const view = viewOf(open, reader, asked.area)
  return {
    subject, ...heads[0], fresh: heads.map(({ fresh }) => fresh).reduce(newerOf), figure: list.figure, columns: wallRecordColumns[subject].map((column) => column[language]),
    rows: await Promise.all(list.rows.slice(from, to).map((row) => named(open, row))), total: list.rows.length, next: to < list.rows.length ? cursorAt(to, standing.dataVersion, key) : null,
    lights: list.lights, ...standing, protection: view.shield && { k: view.shield.k, finest: view.finest, sentence: protectionSentence(view.shield.k, view.finest, language) },
  }
}

async function askOf(open: OpenCity, area: string | null, { day, months }: WallAsked, reader: Reader, language: Language): Promise<RecordAsk> {
  const ask = await boardAsk(open, { area, day }, reader, language)
  return { ...ask, months, numbers: await numbersAt({ open, day, months, reader }, area) }
}

type Head = Pick<WallRecords, 'question' | 'rule' | 'formula' | 'denominator' | 'fresh'>

/** The words of the subject, as the wall shows them. */
async function headOf(ask: RecordAsk, subject: WallSubject): Promise<Head> {
  const { open, area, day, months, reader, language } = ask
  const shown = isBoard(subject) ? await boardOf(ask, subject) : (await shownNumbers(open, { area, day, months }, reader, language)).find(({ code }) => code === subject)
  if (!shown) throw new RangeError(`subject: expected a number or a board, got ${subject}`)
  const { question, rule, formula, denominator, fresh } = shown
  return { question, rule, formula, denominator, fresh }
}

const isBoard = (subject: WallBoardCode | WallNumberCode): subject is WallBoardCode => wallBoardCodes.some((code) => code === subject)

/** An import that is not yet built into this city may have taken the building away: it counts still, its name is gone. */
async function named(open: OpenCity, { name, ...row }: ListedRecord): Promise<WallRecord> {
  return { ...row, name: typeof name === 'string' ? name : ((await open.names.buildingName(open.ids.at(name.building))) ?? '') }
}
