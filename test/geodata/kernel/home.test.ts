import { expect, test } from 'vitest'
import { homeKindOf, homeKinds } from '../../../geodata/kernel/home.ts'
import type { BuildingUse } from '../../../geodata/model/building.ts'
import { building } from '../../tools/small-city.ts'

const residents = (all: number) => ({ all, over60: 0, over80: 0, children: 0, households: 0, basis: 'permanent', counted: true, source: 'drawn by hand', date: null }) as const

test.each<[string, BuildingUse | null, number | null, keyof typeof homeKinds]>([
  ['a house with people', 'residential', 12, 'home'],
  ['a dormitory that stands empty', 'dormitory', 0, 'home'],
  ['a house without a record of people', 'residential', null, 'noData'],
  ['a building nobody knows anything of', null, null, 'noData'],
  ['a building of unknown use with people', null, 3, 'home'],
  ['a building of unknown use with nobody', null, 0, 'noData'],
  ['an office', 'office', null, 'other'],
  ['a school where somebody lives', 'school', 2, 'home'],
  ['a shop whose record says nobody', 'commercial', 0, 'other'],
])('%s', (_, use, all, kind) => {
  expect(homeKindOf(building('b', 1, 1, { use, residents: all === null ? null : residents(all) }))).toBe(homeKinds[kind])
})
