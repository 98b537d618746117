import type { Asker } from '../../../geodata/model/admittance.ts'
import type { Audience } from '../../../geodata/model/facility.ts'
import type { OpenCity } from '../open-city.ts'
import { chainOf } from '../records/place.ts'
import { Refusal } from '../refusal.ts'
import type { Start } from './start.ts'

/** Who asks; without a word about it he lives where he starts, if that is a home. Refusal unknownArea. */
export function readAsker(open: OpenCity, { age, resident, audience }: { age?: number | undefined; resident?: string | undefined; audience?: Audience | undefined }, start: Start | null): Asker {
  return { age: age ?? null, audience: audience ?? null, livesIn: resident === undefined ? (start?.livesIn ?? null) : resident === 'elsewhere' ? [] : areasAround(open, resident) }
}

function areasAround(open: OpenCity, code: string): string[] {
  const area = open.city.areas.byCode.get(code)
  if (area === undefined) throw new Refusal('unknownArea', { parameter: 'resident', found: code })
  return chainOf(open, { area, estate: -1 }).map((one) => one.code).reverse()
}
