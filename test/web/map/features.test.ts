import { describe, expect, test } from 'vitest'
import { dotFeatures, routeFeatures, shareStep } from '../../../web/map/features.ts'
import type { ShareDot, WalkRoute } from '../../../web/map/seam.ts'

const route: WalkRoute = { line: [[121, 31], [121, 31.006], [121.006, 31.006]], from: [121, 31], to: [121.006, 31.006], minutes: 12, admits: true }
const parts = (of: WalkRoute | null) => routeFeatures(of).features.map((feature) => feature.properties?.['part'])

describe('the chosen walk', () => {
  test('is nothing when nothing is chosen', () => expect(routeFeatures(null).features).toEqual([]))

  test('is a line with its two ends and a flag every other minute', () => {
    expect(parts(route)).toEqual(['walk', 'start', 'end', 'flag', 'flag', 'flag', 'flag', 'flag'])
    const minutes = routeFeatures(route).features.flatMap((feature) => (feature.properties?.['minutes'] === undefined ? [] : [feature.properties['minutes']]))
    expect(minutes).toEqual([2, 4, 6, 8, 10])
  })

  test('flags stand on the line at their share of its length', () => {
    const straight = routeFeatures({ ...route, line: [[121, 31], [121, 31.01]], minutes: 4 }).features.filter((feature) => feature.properties?.['part'] === 'flag')
    const latitudes = straight.map((feature) => (feature.geometry.type === 'Point' ? (feature.geometry.coordinates[1] as number) : 0))
    expect(latitudes.map((latitude) => Math.round((latitude - 31) * 1e6))).toEqual([2500, 5000, 7500])
  })

  test('without a line is a thread between its ends', () => expect(parts({ ...route, line: null, minutes: null })).toEqual(['thread', 'start', 'end']))

  test('with a line of one point is a thread, and one without length has no stray flags', () => {
    expect(parts({ ...route, line: [[121, 31]] })).toEqual(['thread', 'start', 'end'])
    const still = routeFeatures({ ...route, line: [[121, 31], [121, 31]], minutes: 3 }).features.flatMap((feature) => (feature.geometry.type === 'Point' ? [feature.geometry.coordinates] : []))
    expect(still.every(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat))).toBe(true)
  })
})

describe('the dots of the overview', () => {
  const dot = (changed: Partial<ShareDot>): ShareDot => ({ level: 'grid', code: 'a', name: 'A', position: [121, 31], share: 0.5, residents: 10, ...changed })

  test('only nothing is empty and only everything is full', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(shareStep)).toEqual([0, 1, 10, 19, 20])
  })

  test('a grid where nobody lives has no step', () => {
    expect(dotFeatures([dot({ share: null, residents: 0 })]).features[0]?.properties).toEqual({ level: 'grid', only: true, code: 'a', name: 'A', residents: 0 })
  })

  test('districts and streets are left out; a city with one level draws it at every zoom', () => {
    const both = dotFeatures([dot({ level: 'district' }), dot({}), dot({ level: 'community' })])
    expect(both.features.map((feature) => [feature.properties?.['level'], feature.properties?.['only']])).toEqual([['grid', false], ['community', false]])
  })
})
