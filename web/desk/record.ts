import type { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import { sheetCodes, type SheetCode } from '../../geodata/model/sheets/all.ts'

/** What the desk edits, as the contract answers it. */
export const plainKinds = ['facility', 'unit', 'organisation'] as const satisfies readonly EditableKind[]
/** Rows of one sheet of the registers: each sheet has fields of its own. */
export type SheetKind = `sheet.${SheetCode}`
/** `entry`: rows of all sheets, as links to a row whose sheet they do not know name it; the desk turns to the row's own sheet. */
export type DeskKind = (typeof plainKinds)[number] | SheetKind | 'entry'
export const sheetKind = (sheet: SheetCode): SheetKind => `sheet.${sheet}`
export const deskKinds: readonly DeskKind[] = [...plainKinds, ...sheetCodes.map(sheetKind), 'entry']
/** Null: it is no sheet's kind. */
export const sheetOf = (kind: DeskKind): SheetCode | null => sheetCodes.find((sheet) => kind === sheetKind(sheet)) ?? null

export type SiteRecord = AnswerOf<typeof exchanges.facilityRead>['record']
export type UnitRecord = AnswerOf<typeof exchanges.unitRead>['record']
export type OrganisationRecord = AnswerOf<typeof exchanges.organisationRead>['record']
export type EntryRecord = AnswerOf<typeof exchanges.entryRead>['record']
export type DeskRecord = SiteRecord | UnitRecord | OrganisationRecord | EntryRecord

type Standing<R> = Omit<AnswerOf<typeof exchanges.facilityRead>, 'record'> & { record: R }
/** A record as it stands on the server: its etag, where it lies, whether this reader may change it. */
export type DeskStanding = Standing<DeskRecord>

export type DeskChange = Omit<AnswerOf<typeof exchanges.facilityHistory>['changes'][number], 'before' | 'after'> & { before: DeskRecord | null; after: DeskRecord | null }

/** One record among all kinds. */
export type RecordKey = `${DeskKind}:${string}`
export const keyOf = (kind: DeskKind, id: string): RecordKey => `${kind}:${id}`
export const kindOf = (key: RecordKey): DeskKind => key.slice(0, key.indexOf(':')) as DeskKind
export const idOf = (key: RecordKey): string => key.slice(key.indexOf(':') + 1)

/** Name of the community a record lies in; '' outside all. */
export const communityOf = ({ areas }: Pick<DeskStanding, 'areas'>): string => areas.find((area) => area.level === 'community')?.name ?? ''

/** The top-level fields in which two records differ: what a PATCH has to send to make one into the other. */
export const differingParts = (from: DeskRecord, to: DeskRecord): Readonly<Record<string, unknown>> => {
  const before = new Map(Object.entries(from))
  return Object.fromEntries(Object.entries(to).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name))))
}
