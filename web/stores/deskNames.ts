import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { exchanges } from '../../geodata/contract/all.ts'
import { useClient } from '../api/key.ts'
import type { AreaRow } from './areas.ts'
import { useSpeechStore } from './speech.ts'

/** Names of areas and units that records mention by code; fetched once when first shown. What has no name here is shown by its code. */
export const useDeskNameStore = defineStore('deskNames', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const areas = shallowRef<ReadonlyMap<string, AreaRow>>(new Map())
  const units = shallowRef<ReadonlyMap<string, string>>(new Map())
  const rows = shallowRef<ReadonlyMap<string, string>>(new Map())
  const sites = shallowRef<ReadonlyMap<string, string>>(new Map())
  const wanted = new Set<string>()

  /** The area as far as it is known; null while it is on its way. */
  const area = (code: string): AreaRow | null => {
    if (!areas.value.has(code) && !wanted.has(code)) void fetchArea(code)
    return areas.value.get(code) ?? null
  }
  const unit = (id: string): string => {
    if (!units.value.has(id) && !wanted.has(`unit ${id}`)) void fetchUnit(id)
    return units.value.get(id) ?? id
  }
  /** A row of a register; one without a name is called by its id. */
  const row = (id: string): string => {
    if (!rows.value.has(id) && !wanted.has(`row ${id}`)) void fetchRow(id)
    return rows.value.get(id) ?? id
  }
  const site = (id: string): string => {
    if (!sites.value.has(id) && !wanted.has(`site ${id}`)) void fetchSite(id)
    return sites.value.get(id) ?? id
  }
  const fetchRow = async (id: string): Promise<void> => {
    wanted.add(`row ${id}`)
    const found = await client.ask(exchanges.entryRead, { path: { id }, lang: speech.lang })
    if (found.ok && found.value.record.name !== '') nameRow(id, found.value.record.name)
  }
  const fetchSite = async (id: string): Promise<void> => {
    wanted.add(`site ${id}`)
    const found = await client.ask(exchanges.facilityRead, { path: { id }, lang: speech.lang })
    if (found.ok) nameSite(id, found.value.record.name)
  }
  const nameRow = (id: string, name: string): void => { rows.value = new Map([...rows.value, [id, name]]) }
  const nameSite = (id: string, name: string): void => { sites.value = new Map([...sites.value, [id, name]]) }
  const fetchArea = async (code: string): Promise<void> => {
    wanted.add(code)
    const found = await client.ask(exchanges.area, { path: { code }, lang: speech.lang })
    if (found.ok) areas.value = new Map([...areas.value, [code, found.value.area]])
  }
  const fetchUnit = async (id: string): Promise<void> => {
    wanted.add(`unit ${id}`)
    const found = await client.ask(exchanges.unitRead, { path: { id }, lang: speech.lang })
    if (found.ok) nameUnit(id, found.value.record.name)
  }
  const nameUnit = (id: string, name: string): void => { units.value = new Map([...units.value, [id, name]]) }
  return { area, unit, nameUnit, row, nameRow, site, nameSite, nameOfArea: (code: string): string => area(code)?.name ?? code }
})
