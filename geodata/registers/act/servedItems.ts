import type { Facility } from '../../model/facility.ts'
import { grouped } from '../grouped.ts'
import { newest } from '../newest.ts'
import type { RegisterArea, RegisterInput } from '../register.ts'

/** One of the catalogue's service items at a community: how it is done, and where; facility null: online, or nobody said where. */
export type ServedItem = { code: string; mode: 'window' | 'online' | 'agent'; facility: Facility | null; entry: string }
export type ServedCommunity = { community: RegisterArea; items: readonly ServedItem[] }

/** Communities that serve any item of the catalogue, by code, with their items in the catalogue's order. */
export function servedItems(input: RegisterInput): ServedCommunity[] {
  const byCommunity = grouped(input.rows('serviceItem'), ({ area }) => (area === null ? null : (input.areas.above(area, 'community')?.code ?? null)))
  return input.areas.at('community').flatMap((community): ServedCommunity[] => {
    const rows = byCommunity.get(community.code) ?? []
    const items = input.catalogue.serviceItems.flatMap(({ code }): ServedItem[] => {
      const row = newest(rows.filter(({ fields }) => fields.item === code))
      return row === null ? [] : [{ code, mode: row.fields.mode, facility: row.fields.facility === null ? null : input.facility(row.fields.facility), entry: row.id }]
    })
    return items.length === 0 ? [] : [{ community, items }]
  })
}
