import { shieldMoved, shieldOf as shieldCity, shieldWith, type Shield } from '../../geodata/kernel/shield.ts'
import type { City } from '../../geodata/kernel/columns.ts'
import type { OpenCity } from '../answers/open-city.ts'
import { kOf } from './k.ts'

const shields = new WeakMap<City['buildings'], Shield>()
/** By a column that revisions of one city share: blocks stay while counts change, and searching for them is most of the work. */
const kept = new WeakMap<City['buildings']['x'], Shield['blocks']>()

/** The city that leaders and the public are answered from: made once for each state of the counts, when somebody first asks. */
export function shieldOf(open: Pick<OpenCity, 'city' | 'base' | 'catalogue'>): Shield {
  const { city } = open
  const known = shields.get(city.buildings)
  if (known && known.city.facilities === city.facilities && known.city.gates === city.gates && known.city.versions === city.versions) return known
  const k = kOf(open.catalogue), blocks = kept.get(city.buildings.x)
  const shield = known ? shieldMoved(known, city) : blocks ? shieldWith(city, k, blocks) : shieldCity(city, k, open.base)
  kept.set(city.buildings.x, shield.blocks)
  shields.set(city.buildings, shield)
  return shield
}
