import type { OpenCity } from '../../server/answers/open-city.ts'
import { etagOf } from '../../server/store/etag.ts'
import type { Store } from '../../server/store/store.ts'

/** Some people move into buildings (direction 1) or out of them (-1), most of them few, here and there everyone. */
export async function editCounts(store: Store, open: OpenCity, random: () => number, direction: number): Promise<void> {
  const whole = (most: number): number => Math.floor(random() * (most + 1))
  for (let edit = 0; edit < 120; edit++) {
    const id = open.ids.at(Math.floor(random() * open.ids.count))
    const record = await store.record('building', id)
    if (!record || !('residents' in record) || !record.residents || record.residents.all === 0) continue
    const { residents } = record
    const many = random() < 0.15
    const step = (count: number, most: number): number => (many && direction < 0 ? 0 : Math.max(0, count + direction * whole(many ? most * 12 : most)))
    const over80 = step(residents.over80, 2), older = step(residents.over60 - residents.over80, 3), children = step(residents.children, 2)
    const between = step(residents.all - residents.over60 - residents.children, 4)
    const after = { ...record, residents: { ...residents, all: between + children + older + over80, over60: older + over80, over80, children, households: step(residents.households, 2) } }
    if (JSON.stringify(after) === JSON.stringify(record)) continue
    const outcome = await store.edit({ kind: 'building', id, action: 'change', after, ifMatch: etagOf(record) }, 'test')
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  }
}
