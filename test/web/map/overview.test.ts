import { describe, expect, test } from 'vitest'
import { overviewAt, overviewLayers } from '../../../web/map/layers/overview.ts'
import { someWishes } from './wishes.ts'

const grid = { level: 'grid' as const }
const community = { level: 'community' as const }

describe('what stands for buildings too small to be drawn', () => {
  test('are circles of grids, farther away of communities, and the buildings themselves from near', () => {
    expect([15, 13.2, 12.4, 11.5].map((zoom) => overviewAt(zoom, [grid, community]))).toEqual([null, 'small', 'grid', 'community'])
  })

  test('stays where no building has a state', () => {
    expect([17, 13.2, 12.4, 11.5].map((zoom) => overviewAt(zoom, [grid, community], true))).toEqual(['grid', 'grid', 'grid', 'community'])
    const dots = (always: boolean) => overviewLayers(someWishes('light', { dotsAtEveryZoom: always })).map((layer) => layer.maxzoom)
    expect([dots(false), dots(true)]).toEqual([[13, 13], [undefined, undefined]])
  })

  test('is the one level a city has', () => {
    expect([12.4, 11.5].map((zoom) => overviewAt(zoom, [community]))).toEqual(['community', 'community'])
  })

  test('is nothing in a city without areas, and the legend says so', () => {
    expect(overviewAt(12.4, [{ level: 'estate' as const }])).toBe('nothing')
  })
})
