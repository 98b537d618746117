import type { Admission, Audience, Facility } from '../model/facility.ts'
import type { Made, Surroundings } from './building.ts'
import { leftFor } from './building.ts'
import type { Feature, Tags } from './feature.ts'
import { innerPosition } from './inside.ts'
import { cleanPolygons, rounded } from './polygons.ts'
import { isMobile, isPhone, phonesIn } from './edits/phone.ts'
import { countFrom } from './readings.ts'
import type { Repair } from './report.ts'
import type { Position } from '../model/geometry.ts'
import { emptyOffer } from '../model/offer.ts'
import type { Provenance } from '../model/provenance.ts'
import { isDenied } from './tables/denied.ts'
import { placeOf, placesByName } from './tables/places.ts'

/** A place people go to. `categories` are the codes of the catalogue in use. */
export function facilityFrom(feature: Feature, source: Provenance, categories: ReadonlySet<string>, surroundings: Surroundings): Made<Facility> {
  const { tags } = feature
  if (isDenied(tags)) return leftFor('refused')
  if (isWorship(tags)) return leftFor('worship')
  const found = categoryOf(tags)
  if (!found || !categories.has(found.category)) return leftFor('noCategory')
  const position = positionOf(feature)
  if (!position) return leftFor(feature.fault ?? (feature.shape ? 'wrongGeometry' : 'noGeometry'))
  if (surroundings.denied.holds(position)) return leftFor('refused')
  const phone = phoneOf(tags)
  const record: Facility = {
    id: feature.id,
    name: tags['name'] ?? '',
    category: found.category,
    position,
    unit: null,
    admission: admissionOf(tags),
    hours: tags['opening_hours'] ?? null, phone: phone.text,
    capacity: { seats: countFrom(tags['capacity']), spareSeats: null, squareMetres: null },
    stepFree: stepFreeOf(tags),
    offer: emptyOffer, suspensions: [],
    validFrom: null,
    validTo: null,
    ...source,
  }
  const repairs: Repair[] = [...(found.byName ? (['categoryFromName'] as const) : []), ...(phone.dropped ? (['phoneDropped'] as const) : [])]
  return { record, repairs, fault: null }
}

/** Places of worship are plain buildings, never somewhere this product sends people. */
function isWorship(tags: Tags): boolean {
  return tags['amenity'] === 'place_of_worship' || tags['amenity'] === 'monastery' || tags['landuse'] === 'religious'
}

function categoryOf(tags: Tags): { category: string; byName: boolean } | null {
  if (tags['linli:category'] !== undefined) return { category: tags['linli:category'], byName: false }
  const named = placesByName.find(([pattern]) => pattern.test(tags['name'] ?? ''))
  if (named) return { category: named[1], byName: true }
  // 公安局 and its bureaus are offices; an unnamed police post or one in another language is taken for the neighbourhood's.
  if (tags['amenity'] === 'police') return /公安|局/.test(tags['name'] ?? '') ? null : { category: 'policeRoom', byName: false }
  const row = placeOf(tags)
  return row ? { category: row.meaning, byName: false } : null
}

function positionOf(feature: Feature): Position | null {
  if (feature.shape?.type === 'point') return rounded(feature.shape.position)
  if (feature.shape?.type !== 'area') return null
  const clean = cleanPolygons(feature.shape.polygons)
  return clean.shape ? rounded(innerPosition(clean.shape)) : null
}

const audienceByAccess: Readonly<Record<string, Audience>> = { private: 'staff', no: 'staff', employees: 'staff', members: 'members', permit: 'byArrangement', residents: 'members' }

function admissionOf(tags: Tags): Admission {
  // A toilet for customers is open to those who buy; a shop or restaurant for customers is open to all.
  const customersOnly = tags['access'] === 'customers' && tags['amenity'] === 'toilets'
  const audience = customersOnly ? 'byArrangement' : (audienceByAccess[tags['access'] ?? ''] ?? 'everyone')
  return { audience, minAge: countFrom(tags['min_age']), maxAge: countFrom(tags['max_age']), onlyAreas: [] }
}

/** As long a telephone as the contract takes (geodata/contract/schemas.ts). */
const phoneSigns = 40

/** The telephones of the place that fit; mobile numbers belong to persons and are left out, and so is what is no number. */
function phoneOf(tags: Tags): { text: string | null; dropped: boolean } {
  const stated = phonesIn(tags['phone'] ?? tags['contact:phone'] ?? '')
  const kept: string[] = []
  for (const number of stated) if (isPhone(number) && !isMobile(number) && [...kept, number].join('; ').length <= phoneSigns) kept.push(number)
  return { text: kept.length > 0 ? kept.join('; ') : null, dropped: kept.length < stated.length }
}

/** limited means help is needed, so it is not step-free. */
function stepFreeOf(tags: Tags): boolean | null {
  const wheelchair = tags['wheelchair'] ?? ''
  if (wheelchair === 'yes' || wheelchair === 'designated') return true
  return wheelchair === 'no' || wheelchair === 'limited' ? false : null
}
