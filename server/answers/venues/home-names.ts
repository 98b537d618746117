import { homeKinds } from '../../../geodata/kernel/home.ts'
import type { OpenCity } from '../open-city.ts'
import { fold } from '../search/fold.ts'

/** Names of buildings in dense order, folded; '' for one without a name and for one that nobody may know of or lives in. Most share their text with other buildings. */
export type HomeNames = readonly string[]

/** Read when somebody first asks where he lives: 200,000 names take about a quarter of a second. */
export function homeNames(open: OpenCity): Promise<HomeNames> {
  const known = open.lists.homes ?? readNames(open)
  open.lists.homes = known
  known.catch(() => { if (open.lists.homes === known) open.lists.homes = null })
  return known
}

async function readNames({ names, city, ids }: OpenCity): Promise<HomeNames> {
  const shared = new Map<string, string>()
  const folded = new Array<string>(city.buildings.count).fill('')
  for await (const { id, name } of names.buildingNames()) {
    const index = ids.find(id)
    if (index === null || city.buildings.kind[index] === homeKinds.other) continue
    const text = fold(name)
    folded[index] = shared.get(text) ?? text
    shared.set(text, folded[index])
  }
  return folded
}

/** They stay while neither names nor who lives where have changed. */
export function carryHomeNames(before: OpenCity, after: OpenCity): void {
  const same = (['geometry', 'labels', 'residents'] as const).every((name) => before.versions[name] === after.versions[name])
  after.lists.homes = same ? before.lists.homes : null
}
