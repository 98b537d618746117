import type { Reader } from '../../geodata/contract/exchange.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Reading } from '../store/store.ts'
import { areasAdmit } from './authorise.ts'

/** An area by its code, with the codes of all areas it lies in, itself among them; null: there is none. */
export type AreaOf = (code: string) => Promise<{ name: string; chain: readonly string[] } | null>

/** Read from the database, step by step upwards. */
export function areasOf(reading: Pick<Reading, 'area'>): AreaOf {
  return async (code) => {
    const found = await reading.area(code)
    if (!found) return null
    const chain = [found.code]
    for (let up = found.parent; up !== null && !chain.includes(up);) {
      chain.push(up)
      up = (await reading.area(up))?.parent ?? null
    }
    return { name: found.name, chain }
  }
}

/** Scope `area` of the contract: what is asked about must lie within the reader's areas; no area asks for the whole city. Returns its name, null for the city. Throws Refusal: unknownArea, outsideAreas. */
export async function checkAreaScope({ areas }: Reader, code: string | null, areaOf: AreaOf): Promise<string | null> {
  const found = code === null ? null : await areaOf(code)
  if (code !== null && !found) throw new Refusal('unknownArea', { found: code })
  if (areasAdmit(areas, found?.chain ?? [])) return found?.name ?? null
  throw new Refusal('outsideAreas', { found: found?.name ?? '*', expected: await namesOf(areas, areaOf) })
}

/** Scope `city` of the contract: whoever is bound to areas may not. Throws Refusal wholeCityOnly. */
export async function checkWholeCity({ areas }: Reader, areaOf: AreaOf): Promise<void> {
  if (!areasAdmit(areas, [])) throw new Refusal('wholeCityOnly', { expected: await namesOf(areas, areaOf) })
}

const namesOf = async (areas: readonly string[], areaOf: AreaOf): Promise<string> => (await Promise.all(areas.map(async (one) => (await areaOf(one))?.name ?? one))).join('、')
