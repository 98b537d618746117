import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { idIndexBuilder } from '../../../server/answers/id-index.ts'

test('every id is found under its number and under no other', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 400 }), fc.string(), (ids, other) => {
    const builder = idIndexBuilder()
    for (const id of ids) builder.add(id)
    const index = builder.finish()
    expect(ids.map((_, i) => index.at(i))).toEqual(ids)
    expect(ids.map((id) => index.find(id))).toEqual(ids.map((_, i) => i))
    expect(index.find(`${other}!`)).toBe(ids.includes(`${other}!`) ? ids.indexOf(`${other}!`) : null)
  }), { seed: 20261122, numRuns: 100 })
})

test('a number beyond the last is an error', () => {
  expect(() => idIndexBuilder().finish().at(0)).toThrow('expected 0 to -1, got 0')
})

test('a hundred thousand ids grow past every block', () => {
  const builder = idIndexBuilder()
  for (let i = 0; i < 100_000; i++) builder.add(`way/${i * 7919}`)
  const index = builder.finish()
  for (let i = 0; i < 100_000; i += 997) expect([index.at(i), index.find(`way/${i * 7919}`)]).toEqual([`way/${i * 7919}`, i])
})
