import { shieldMoved, shieldOf as shieldCity, type Shield } from '../../geodata/kernel/shield.ts'
import type { City } from '../../geodata/kernel/columns.ts'
import type { OpenCity } from '../answers/open-city.ts'
import { kOf } from './k.ts'

const shields = new WeakMap<City['buildings'], Shield>()

/** The city that leaders and the public are answered from: made once for each state of the counts, when somebody first asks. */
export function shieldOf(open: Pick<OpenCity, 'city' | 'base' | 'catalogue'>): Shield {
  const { city } = open
  const known = shields.get(city.buildings)
  if (known && known.city.facilities === city.facilities && known.city.gates === city.gates && known.city.versions === city.versions) return known
  const shield = known ? shieldMoved(known, city) : shieldCity(city, kOf(open.catalogue), open.base)
  shields.set(city.buildings, shield)
  return shield
}
