import type { CityRecord } from '../../geodata/model/city.ts'
import type { Offer } from '../../geodata/model/offer.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { entry, organisation } from './registers.ts'
import { at, square } from './small-city.ts'

/** Every text of a record bears the name of its field: P… for what the public is told, X… for what it is not. */
const west = '110105001001'
export const priced: Offer = {
  address: 'P-address', prices: [{ what: 'P-what', minAge: 60, maxAge: null, yuan: 12 }], payments: ['cash'], bring: 'P-bring', booking: 'phone', delivers: true, halal: true, toilet: true, menu: 'P-menu',
  programmes: [{ name: 'P-programme', hours: '周六 9:00-10:00', room: 'P-room' }], checked: { day: '2026-11-01', by: 'P-by' },
}
const unwished = catalogue.categories.find(({ code }) => !catalogue.wishes.some(({ categories }) => categories.includes(code)))?.code ?? ''
const stated = { source: 'X-source', date: '2031-01-07' }, lasting = { validFrom: '2021-02-03', validTo: null }
const place = { position: at(6.12345, 2.2), admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }, capacity: { seats: 987_654, spareSeats: 876_543, squareMetres: 765_432 }, stepFree: true, validFrom: '2021-02-03', validTo: null } as const
const closings = [{ from: '2020-01-01T00:00:00+08:00', until: '2020-01-02T00:00:00+08:00', reason: 'X-past' }, { from: '2026-12-01T00:00:00+08:00', until: null, reason: 'P-reason' }]
export const named: CityRecord[] = [
  { kind: 'unit', record: { id: 'P-unit', name: 'P-unitName', nature: 'school', position: at(4.55555, 3), community: west, ...lasting, ...stated } },
  { kind: 'unit', record: { id: 'X-unit', name: 'X-unitName', nature: 'school', position: at(5, 3), community: west, ...lasting, ...stated } },
  { kind: 'facility', record: { id: 'P-place', name: 'P-placeName', category: 'canteen', unit: 'P-unit', hours: '周一至周五 P-hours', phone: '010-6277 0000', offer: priced, suspensions: closings, ...place, source: 'P-placeSource', date: '2031-01-07' } },
  { kind: 'facility', record: { id: 'X-place', name: 'X-placeName', category: unwished, unit: null, hours: null, phone: null, offer: priced, suspensions: [], ...place, ...stated } },
  { kind: 'building', record: { id: 'P-building', code: '99999999999999999999', name: 'P-house', footprint: square(4, 3, 0.3, 0.2), storeys: 77, use: 'dormitory', estate: null, grid: '110105001001001', entrances: [at(4.1, 3)], residents: { all: 54_321, over60: 4321, over80: 321, children: 21, households: 12_345, basis: 'permanent', counted: true, source: 'X-ledger', date: '2031-01-07' }, ...stated } },
  { kind: 'gate', record: { id: 'P-gate', name: 'X-gateName', position: at(4, 2), estate: null, locked: { hours: '22:00-6:00' }, ...stated } },
  { kind: 'organisation', record: organisation('X-firm', { name: 'X-firmName', community: west, position: at(5, 3) }) },
  { kind: 'entry', record: entry('X-row', 'serviceOffer', { kind: 'X-kind', audience: 'everyone', way: 'claimed', timesAYear: 4 }, { name: 'X-rowName', area: west, unit: 'P-unit' }) },
  { kind: 'eventCount', record: { id: 'X-event', stream: 'request', month: '2026-05', category: 'X-category', area: west, position: null, times: 40, people: null, responded: 40, resolved: 20, satisfied: 10, source: 'X-hotline', date: null } },
]
