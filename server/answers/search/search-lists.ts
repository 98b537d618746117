import type { searchKinds } from '../../../geodata/contract/search.ts'
import { noCategory } from '../../../geodata/kernel/columns.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import { registerList } from '../../../geodata/model/registerList.ts'
import { registerWords } from '../../../geodata/words/registers/all.ts'
import type { OpenCity } from '../open-city.ts'
import { indexOf } from '../records/listed.ts'
import { fold } from './fold.ts'

type Kind = (typeof searchKinds)[number]

/** One thing that can be found. rank: larger areas before smaller ones before sites before units. area: index of the smallest area it lies in, of an area its own. */
export type Entry = { kind: Kind; id: string; code: string; name: string; folded: string; sort: string; rank: number; area: number }

/**
 * What can be found, by kind, made once for each state of the columns or lists it rests on: a corrected telephone leaves them all, a site that opens makes that of
 * sites again. About 130 bytes an entry beside the names, which are shared.
 */
export const searchLists: Readonly<Record<Kind, (open: OpenCity) => Promise<readonly Entry[]>>> = {
  area: async ({ city: { areas } }) => kept(areas.names, () => areas.names.map((name, area) => ({ ...words(areas.codes[area], name), kind: 'area', sort: areaLevels[areas.levels[area]], rank: areas.levels[area], area }))),
  facility: async ({ city: { facilities }, catalogue }) => kept(facilities, () => {
    const entries: Entry[] = []
    facilities.names.forEach((name, i) => {
      const category = facilities.category[i]
      if (category !== noCategory) entries.push({ ...words(facilities.ids[i], name), kind: 'facility', sort: catalogue.categories[category].code, rank: siteRank, area: facilities.area[i] })
    })
    return entries
  }),
  organisation: async (open) => listedToday(open, 'organisation', unitRank + 1),
  unit: async (open) => listedToday(open, 'unit', unitRank),
  register: async (open) => kept(registerList, () => registerList.map(({ number, code, group }) => ({ ...words(code, registerWords[code]?.name.zh ?? code), kind: 'register', sort: group, rank: registerRank + number, area: open.city.areas.count }))),
}

async function listedToday(open: OpenCity, kind: 'unit' | 'organisation', rank: number): Promise<readonly Entry[]> {
  const index = await indexOf(open, kind)
  const { day } = open
  return kept(index, () => [...index.byId.values()]
    .filter(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || validTo > day))
    .map(({ id, name, sort, area }) => ({ ...words(id, name), kind, sort, rank, area })), day)
}

const siteRank = areaLevels.length
const unitRank = siteRank + 1
const registerRank = unitRank + 2

const words = (id: string, name: string): Pick<Entry, 'id' | 'code' | 'name' | 'folded'> => ({ id, code: fold(id), name, folded: fold(name) })

const lists = new WeakMap<object, { day: string; entries: readonly Entry[] }>()

/** The list made of `source`, as long as that object, and the day where it matters, stay. */
function kept(source: object, make: () => readonly Entry[], day = ''): readonly Entry[] {
  const known = lists.get(source)
  if (known?.day === day) return known.entries
  const entries = make()
  lists.set(source, { day, entries })
  return entries
}
