import type { Asker } from '../../../geodata/model/admittance.ts'
import type { Audience } from '../../../geodata/model/facility.ts'
import type { OpenCity } from '../open-city.ts'
import { chainOf } from '../records/place.ts'
import { Refusal } from '../refusal.ts'
import type { Start } from './start.ts'

type Said = { age?: number | undefined; resident?: string | undefined; audience?: Audience | undefined }

/** Who asks; without a word about it he lives where he starts, if that is a home. Refusal unknownArea. */
export function readAsker(open: OpenCity, { age, resident, audience }: Said, start: Start | null): Asker {
  return { age: age ?? null, audience: audience ?? null, livesIn: homeOf(open, resident, start?.livesIn ?? null) }
}

/** A start within the area that is named says more than the area. */
function homeOf(open: OpenCity, resident: string | undefined, around: readonly string[] | null): readonly string[] | null {
  if (resident === undefined || around?.includes(resident)) return around
  if (resident === 'elsewhere') return []
  const area = open.city.areas.byCode.get(resident)
  if (area === undefined) throw new Refusal('unknownArea', { parameter: 'resident', found: resident })
  return chainOf(open, { area, estate: -1 }).map(({ code }) => code).reverse()
}
