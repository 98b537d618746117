import type { DeskKind, DeskRecord, DeskStanding, SiteRecord, UnitRecord } from './record.ts'

/** What a new record begins with. It has no place yet: the form asks for one before it is sent. `today`: ISO day of the city. */
export const blankRecord = (kind: DeskKind, { category, source, today }: { category: string | null; source: string; today: string }): DeskStanding => {
  const both = { id: '', name: '', validFrom: null, validTo: null, source, date: today }
  const site: Omit<SiteRecord, 'position'> = {
    ...both, category: category ?? '', unit: null, admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }, hours: null, phone: null,
    capacity: { seats: null, spareSeats: null, squareMetres: null }, stepFree: null,
  }
  const unit: Omit<UnitRecord, 'position'> = { ...both, nature: 'other', community: null }
  return { record: (kind === 'facility' ? site : unit) as DeskRecord, etag: '', areas: [], editable: true }
}

/** The day in the city, ISO. */
export const cityDay = (instant: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(instant)
