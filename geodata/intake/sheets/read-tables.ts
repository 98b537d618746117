import type { CityRecord, EditableKind } from '../../model/city.ts'
import type { Editable } from '../../model/edit.ts'
import type { Fault } from '../../model/fault.ts'
import type { Convert } from '../convert.ts'
import { checkRecord } from '../edits/check.ts'
import type { Facts } from '../edits/facts.ts'
import { hoursDoubts } from '../hours-readings.ts'
import type { Issue } from '../issue.ts'
import { issue } from '../issue.ts'
import type { Result } from '../result.ts'
import { failed, made } from '../result.ts'
import { sheetDatumDoubts } from './datum-doubt.ts'
import { eventFaults } from './event-faults.ts'
import { factsFrom } from './facts-from.ts'
import type { FormCode } from './form.ts'
import { formCodes, isSheetCode } from './forms.ts'
import type { Known, KnownKind, KnownRecord } from './known.ts'
import { layoutsOf, type LaidTable } from './layouts.ts'
import { makeRecord } from './make-record.ts'
import { placeRule } from './place-rule.ts'
import { keyOfRecord, keyOfValues } from './row-key.ts'
import { rowValues, type RowValues } from './row-values.ts'
import { stableId } from './stable-id.ts'
import { isBlankRow, textOf, type SheetTable } from './table.ts'
import { isNotesRow } from './template.ts'
import { listedTroubles, type SheetReport, type Trouble } from './trouble.ts'

export type TableReading = {
  known: Known
  /** What the user says the tables are. */
  as: FormCode | null
  /** Codes of areas beyond which rows are refused; empty: none. */
  areas: readonly string[]
  convert: Convert | null
  /** What the positions were taken for. */
  datum: 'wgs84' | 'gcj02' | 'bd09'
}

export type TablesRead = { records: CityRecord[]; sheets: SheetReport[]; warnings: Issue[] }

/**
 * Tables -> records and, row by row, why not. A table that cannot be told, lacks a required column or tells of persons fails as a whole, before
 * anything is written; otherwise every row is kept or refused, and a refused row says where, what was expected and what was found.
 */
export function readTables(tables: readonly SheetTable[], reading: TableReading): Result<TablesRead> {
  const laid = layoutsOf(tables, reading.as, reading.known.catalogue)
  if (!laid.ok) return laid
  const { layouts, warnings } = laid.value
  if (layouts.every(({ table, layout }) => bodyOf(table, layout.headingRow).length === 0)) return failed(issue('sheetEmpty', tables[0]?.file ?? ''))
  const desk = deskOf(reading)
  const read = layouts.toSorted((a, b) => orderOf(a) - orderOf(b)).map((one) => readTable(one, desk))
  return made({ records: read.flatMap(({ records }) => records), sheets: layouts.map(({ table }) => read.find((one) => one.table === table)?.report).filter((report) => report !== undefined), warnings: [...warnings, ...read.flatMap(({ doubts }) => doubts)] })
}

/** What is named by others is read before them. */
const first: readonly FormCode[] = ['unit', 'facility', 'carrier', 'partyOrganisation', 'instructor', 'organisation', 'committee', 'seat', 'listItem']
const orderOf = ({ layout: { form } }: LaidTable): number => { const at = first.indexOf(form.code); return at < 0 ? first.length + formCodes.indexOf(form.code) : at }

const bodyOf = ({ rows }: SheetTable, headingRow: number): SheetTable['rows'] => rows.filter(({ number, cells }) => number > headingRow && !isBlankRow(cells) && !isNotesRow(textOf(cells[0])))

type Desk = TableReading & { facts: Facts; within: (record: CityRecord) => boolean; /** Ids by what tells rows apart, of records that stand. */ idByKey: (form: FormCode, key: string) => string | null; /** Rows by id, over all tables of this import. */ taken: Map<string, string> }

function deskOf(reading: TableReading): Desk {
  const keys = new Map<FormCode, Map<string, string>>()
  return {
    ...reading, facts: factsFrom(reading.known), within: placeRule(reading.known, reading.areas), taken: new Map(),
    idByKey(form, key) {
      let known = keys.get(form)
      if (!known) keys.set(form, known = new Map(standingOf(form, reading.known).map((record) => [JSON.stringify(keyOfRecord(form, { kind: kindOf(form), record } as CityRecord)), record.id])))
      return known.get(key) ?? null
    },
  }
}

const kindOf = (form: FormCode): CityRecord['kind'] => (isSheetCode(form) ? 'entry' : form)
const knownKind = (form: FormCode): KnownKind | null => (form === 'eventCount' ? null : isSheetCode(form) ? 'entry' : form)

function standingOf(form: FormCode, known: Known): KnownRecord[] {
  const kind = knownKind(form)
  return kind === null ? [] : known.all(kind).filter((record) => !('sheet' in record) || record.sheet === form)
}

type Draft = { row: number; record: CityRecord; id: string }

function readTable({ table, layout }: LaidTable, desk: Desk): { table: SheetTable; records: CityRecord[]; report: SheetReport; doubts: Issue[] } {
  const { form } = layout
  const body = bodyOf(table, layout.headingRow)
  const report: SheetReport = { file: table.file, worksheet: table.worksheet, form: form.code, foundBy: layout.foundBy, headingRow: layout.headingRow, rows: body.length, kept: 0, refused: 0, ...columnsLeft(layout), troubles: [], unlisted: 0, remarks: {} }
  const refuse = (troubles: readonly Trouble[]): void => {
    report.refused++
    const room = Math.max(0, listedTroubles - report.troubles.length)
    report.troubles.push(...troubles.slice(0, room))
    report.unlisted += Math.max(0, troubles.length - room)
  }
  // Rows may name rows of the same table: all are known by name before any of them is held to what it names.
  const refersToItself = form.columns.some(({ kind }) => typeof kind === 'object' && 'reference' in kind && kind.reference === form.code)
  const provisional = refersToItself ? new Set(body.map((row) => announce(row, layout, desk)).filter((id) => id !== null)) : new Set<string>()
  const drafts: Draft[] = []
  for (const row of body) {
    const said = rowValues(row, layout, desk.known, desk.convert, false)
    dropCode(said, layout, report)
    if (said.troubles.length > 0) {
      refuse(said.troubles)
      continue
    }
    const draft = draftOf(row.number, said, table, layout, desk)
    const troubles = troublesOf(draft, said, layout.form.code, desk)
    if (troubles.length > 0) {
      refuse(troubles)
      continue
    }
    desk.taken.set(`${draft.record.kind}:${draft.id}`, placeOf(table, row.number))
    const kind = knownKind(form.code)
    if (kind !== null) desk.known.add(kind, draft.record.record as KnownRecord)
    drafts.push(draft)
  }
  const kept = withoutOrphans(drafts, provisional, form.code, desk, (draft) => refuse([{ row: draft.row, column: '', code: 'partOfMore', values: {}, fault: null }]))
  report.kept = kept.length
  const records = kept.map(({ record }) => record)
  const hours = hoursDoubts()
  records.forEach(hours.meet)
  return { table, records, report, doubts: [...sheetDatumDoubts(table.file, records, desk.known, desk.datum), ...hours.issues(table.file)] }
}

/** Makes a row known by its name and id, whatever else is wrong with it; its id, or null where it stood before. */
function announce(row: SheetTable['rows'][number], layout: LaidTable['layout'], desk: Desk): string | null {
  const said = rowValues(row, layout, desk.known, desk.convert, true)
  const { record, id } = draftOf(row.number, said, { file: '', worksheet: null, rows: [] }, layout, desk)
  const kind = knownKind(layout.form.code)
  if (kind === null || desk.known.find(kind, id)) return null
  desk.known.add(kind, record.record as KnownRecord)
  return id
}

/** Rows that name an announced row which was refused are refused too, and so on. */
function withoutOrphans(drafts: readonly Draft[], provisional: ReadonlySet<string>, form: FormCode, desk: Desk, refuse: (draft: Draft) => void): Draft[] {
  let kept = [...drafts]
  const gone = new Set([...provisional].filter((id) => !drafts.some((draft) => draft.id === id)))
  const kind = knownKind(form)
  for (;;) {
    for (const id of gone) if (kind !== null) desk.known.drop(kind, id)
    const orphans = kept.filter(({ record }) => record.kind === 'entry' && Object.values(record.record.fields).some((value) => typeof value === 'string' && gone.has(value)))
    if (orphans.length === 0) return kept
    gone.clear()
    for (const orphan of orphans) {
      refuse(orphan)
      gone.add(orphan.id)
    }
    kept = kept.filter((draft) => !orphans.includes(draft))
  }
}

function draftOf(row: number, { values }: RowValues, table: SheetTable, { form }: LaidTable['layout'], { known, idByKey }: Desk): Draft {
  const key = keyOfValues(form.code, values)
  const stated = values.get('id')
  const id = typeof stated === 'string' ? stated : (idByKey(form.code, JSON.stringify(key)) ?? stableId(form.code, key))
  const kind = knownKind(form.code)
  const standing = kind === null ? null : known.find(kind, id)
  // A row that says nothing new leaves the source it had; one that does has this file for its source.
  const source = table.file.replace(/\.\w+$/, '').slice(0, sourceSigns)
  const kept = makeRecord(form.code, id, values, sameSheet(standing, form.code), source)
  const record = standing === null || values.has('source') || same(kept.record, standing) ? kept : makeRecord(form.code, id, new Map([...values, ['source', source]]), sameSheet(standing, form.code), source)
  return { row, id, record }
}

/** As the contract takes a source by hand. */
const sourceSigns = 120

const sameSheet = (standing: KnownRecord | null, form: FormCode): KnownRecord | null => (standing && 'sheet' in standing && standing.sheet !== form ? null : standing)
const same = (a: object, b: object): boolean => canonical(a) === canonical(b)
const canonical = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))) : one))

/** An 8-digit Taiwanese number is no code of the standard: the row is kept without one, and the number goes on telling it apart. */
function dropCode({ values }: RowValues, { preset }: LaidTable['layout'], report: SheetReport): void {
  const code = values.get('creditCode')
  if (preset === null || typeof code !== 'string') return
  values.set('registered', code).set('creditCode', null)
  report.remarks.noCreditCode = (report.remarks.noCreditCode ?? 0) + 1
}

function troublesOf({ row, record, id }: Draft, { headings }: RowValues, form: FormCode, desk: Desk): Trouble[] {
  const trouble = (code: Trouble['code'], values: Trouble['values'] = {}, column = '', fault: Fault | null = null): Trouble => ({ row, column, code, values, fault })
  const kind = knownKind(form)
  const standing = kind === null ? null : desk.known.find(kind, id)
  const earlier = desk.taken.get(`${record.kind}:${id}`)
  if (earlier !== undefined) return [trouble('sameRow', { found: earlier })]
  if (standing && 'sheet' in standing && standing.sheet !== form) return [trouble('otherSheet', { found: id, sheet: standing.sheet }, headings.get('id') ?? '')]
  if (standing && desk.known.isHidden(standing)) return [trouble('hiddenRow', { found: id }, headings.get('id') ?? '')]
  if (!desk.within(record) || (standing && !desk.within({ kind: kindOf(form), record: standing } as CityRecord))) return [trouble('outsideAreas', {}, headings.get('area') ?? headings.get('community') ?? headings.get('lon') ?? '')]
  const faults = record.kind === 'eventCount' ? eventFaults(record.record, desk.known.cityBox) : checkRecord(record as Editable & { kind: EditableKind }, desk.facts, standing === null ? null : ({ kind: record.kind, record: standing } as Editable))
  return faults.map((fault) => {
    const column = headingOf(fault.field, headings)
    return fault.code === 'deniedName' ? trouble('deniedRow', {}, column) : trouble('fault', {}, column, fault)
  })
}

/** The heading of a dotted field; the position has two. */
const headingOf = (field: string, headings: ReadonlyMap<string, string>): string => {
  if (field === 'position') return [headings.get('lon'), headings.get('lat')].filter((heading) => heading !== undefined).join('、')
  const last = field.split('.').at(-1) ?? field
  return headings.get(field) ?? headings.get(last) ?? headings.get(field.split('.')[0]) ?? field
}

const placeOf = ({ worksheet }: SheetTable, row: number): string => (worksheet === null ? String(row) : `${worksheet}!${row}`)

function columnsLeft({ columns, headings, preset }: LaidTable['layout']): Pick<SheetReport, 'unknownColumns' | 'leftColumns'> {
  const left = headings.filter((heading, i) => heading !== '' && columns[i] === null)
  return preset ? { unknownColumns: left.filter((heading) => !preset.headings.includes(heading)), leftColumns: left.filter((heading) => preset.headings.includes(heading)) } : { unknownColumns: left, leftColumns: [] }
}
