import { unsaid } from '../../geodata/model/organisation.ts'
import { sheets, type SheetCode } from '../../geodata/model/sheets/all.ts'
import { sheetOf, type DeskKind, type DeskRecord, type DeskStanding, type EntryRecord, type OrganisationRecord, type SiteRecord, type UnitRecord } from './record.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'

/** What a new record begins with. It has no place yet: the form asks for one before it is sent. `today`: ISO day of the city. */
export const blankRecord = (kind: DeskKind, { category, area, source, today }: { category: string | null; area: string | null; source: string; today: string }): DeskStanding => {
  const both = { id: '', name: '', validFrom: null, validTo: null, source, date: today }
  const site: Omit<SiteRecord, 'position'> = {
    ...both, category: category ?? '', unit: null, admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }, hours: null, phone: null,
    capacity: { seats: null, spareSeats: null, squareMetres: null }, stepFree: null, offer: emptyOffer, suspensions: [],
  }
  const unit: Omit<UnitRecord, 'position'> = { ...both, nature: 'other', community: null }
  const organisation: OrganisationRecord = { ...both, ...unsaid, alsoScenes: [], kind: 'enterprise', creditCode: null, position: null, community: area, unit: null }
  const sheet = sheetOf(kind)
  const record = sheet ? blankRow(sheet, { ...both, sheet, area, unit: null, position: null }) : kind === 'facility' ? site : kind === 'unit' ? unit : organisation
  return { record: record as DeskRecord, etag: '', areas: [], editable: true }
}

/** A row with all fields of its sheet, none of which says anything yet. */
const blankRow = (sheet: SheetCode, row: Omit<EntryRecord, 'fields'>): EntryRecord => ({ ...row, area: sheets[sheet].area === 'none' ? null : row.area, fields: Object.fromEntries(Object.keys(sheets[sheet].fields).map((name) => [name, null])) })

/** The day in the city, ISO. */
export const cityDay = (instant: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(instant)
