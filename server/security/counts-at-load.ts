import type { BuildingCounts } from '../../geodata/model/overlay.ts'
import type { IdIndex } from '../answers/id-index.ts'
import type { Reading } from '../store/store.ts'

/** Counts as the last whole load had them, of buildings changed since, by dense index: what leaders and the public are told moves in steps from here. */
export async function countsAtLoad(view: Reading, ids: IdIndex): Promise<BuildingCounts[]> {
  return (await view.residentBase()).flatMap(({ id, added, ...counts }) => {
    const building = ids.find(id)
    return building === null ? [] : [{ ...counts, building, ...(added && { added }) }]
  })
}
