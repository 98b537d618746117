import { expect, test } from 'vitest'
import { roles } from '../../../geodata/contract/exchange.ts'
import { areasAdmit, roleAdmits } from '../../../server/security/authorise.ts'

test('each role may do what it is for and what the ones before it may, and nothing beyond', () => {
  expect(roles.map((role) => roles.filter((needed) => roleAdmits(role, needed)))).toEqual(roles.map((_, i) => roles.slice(0, i + 1)))
})

test('an account without areas has the whole city, and what lies in no area', () => {
  expect([areasAdmit([], ['42']), areasAdmit([], [])]).toEqual([true, true])
})

test('areas admit what lies in one of them at any depth, and nothing beside, above or outside', () => {
  const areas = ['110105001', '110106002003']
  expect(areasAdmit(areas, ['11', '110105', '110105001', '110105001002'])).toBe(true)
  expect(areasAdmit(areas, ['11', '110106', '110106002', '110106002003'])).toBe(true)
  // The street around one's community, a neighbour, a code that only begins alike, nowhere.
  for (const chain of [['11', '110106', '110106002'], ['11', '110105', '110105002'], ['1101050011'], []]) expect(areasAdmit(areas, chain)).toBe(false)
})
