import type { Organisation } from '../../model/organisation.ts'
import type { RegisterInput } from '../register.ts'

/** Community where it operates: the one it names, else the one of its position, else that of its carrier; null: none there is. */
export function operatingCommunity(organisation: Organisation, { areas, entry }: Pick<RegisterInput, 'areas' | 'entry'>): string | null {
  const own = areas.communityAt(organisation)
  if (own !== null) return own.code
  const area = organisation.carrier === null ? null : (entry(organisation.carrier)?.area ?? null)
  return area === null ? null : (areas.above(area, 'community')?.code ?? null)
}
