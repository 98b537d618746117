import type { Entry } from '../../model/entry.ts'
import type { Facts } from '../edits/facts.ts'
import type { Known } from './known.ts'

/** What the check by hand asks of the database, answered from what was read of it and of the tables so far. */
export function factsFrom(known: Known): Facts {
  const categories = new Set(known.catalogue.categories.map(({ code }) => code))
  return {
    hasCategory: (code) => categories.has(code),
    hasArea: (code) => known.areas.has(code),
    hasUnit: (id) => known.has('unit', id),
    hasFacility: (id) => known.has('facility', id),
    hasOrganisation: (id) => known.has('organisation', id),
    entry: (id) => (known.has('entry', id) ? (known.find('entry', id) as Entry) : null),
    referring: (sheet, id) => known.referring(sheet, id),
    cityBox: known.cityBox,
    creditCodeOwner: (code) => known.creditCodeOwner(code),
  }
}
