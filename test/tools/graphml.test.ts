import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { largestNet } from './component.ts'
import { fixturePath } from './files.ts'
import { streetsOfGraphml } from './graphml.ts'
import { sharedNote, sharedPath, sharedPresent } from './shared.ts'

test('both directions of a street are one street, bends are kept, a list gives its first', () => {
  const streets = streetsOfGraphml(readFileSync(fixturePath('grid.graphml'), 'utf8'))
  expect(streets.map(({ name, class: kind, walkable, line }) => [name, kind, walkable, line.length])).toEqual([['横街', 'local', true, 2], ['', 'steps', true, 3], ['', 'motorway', false, 2]])
})

test.skipIf(!sharedPresent)(`Shenzhen: one net of streets${sharedNote}`, () => {
  const streets = streetsOfGraphml(readFileSync(sharedPath('data/shenzhen_walk_graph/shenzhen_nanshan_osmnx.graphml'), 'utf8'))
  expect(streets.length).toBeGreaterThan(1500)
  expect(largestNet(streets).share).toBeGreaterThan(0.9)
})
