import { describe, expect, test } from 'vitest'
import { sameCamera } from '../../../web/map/camera.ts'
import { pickAt, pickedFrom, samePick } from '../../../web/map/picking.ts'
import type { RenderedFeature } from '../../../web/map/picking.ts'
import { admittingAudiences } from '../../../web/map/layers/places.ts'

const feature = (layer: string, properties: Record<string, unknown>, id?: number): RenderedFeature => ({ layer: { id: layer }, id, properties })
const building = feature('buildings', { name: 'A', home: 1, storeys: 6 }, 42)
const site = feature('asked-badges', { id: 'f', name: 'Canteen', category: 'canteen', open: 'staff' })

describe('what lies under the pointer', () => {
  test('a building is known by its dense index', () => {
    expect(pickedFrom(building)).toEqual({ kind: 'building', index: 42, name: 'A', home: 'home', storeys: 6 })
    expect(pickedFrom(feature('buildings-standing', { home: 2 }, 0))).toEqual({ kind: 'building', index: 0, name: '', home: 'nodata', storeys: null })
  })

  test('sites, units, gates and areas come with their own words', () => {
    expect(pickedFrom(site)).toEqual({ kind: 'facility', id: 'f', name: 'Canteen', category: 'canteen', open: 'staff' })
    expect(pickedFrom(feature('unit-marks', { id: 'u', name: 'Works', nature: 'school' }))).toEqual({ kind: 'unit', id: 'u', name: 'Works', nature: 'school' })
    expect(pickedFrom(feature('gates', { id: 'g', name: 'North', locked: 2 }))).toEqual({ kind: 'gate', id: 'g', name: 'North', locked: 'hours' })
    expect(pickedFrom(feature('community-dots', { code: '1', name: 'C', level: 'community' }))).toEqual({ kind: 'area', code: '1', name: 'C', level: 'community' })
  })

  test('a layer without an answer and a building without an index give nothing', () => {
    expect(pickedFrom(feature('water', {}))).toBe(null)
    expect(pickedFrom(feature('buildings', { name: 'A' }))).toBe(null)
  })

  test('a mark near the pointer wins over the building under it', () => {
    const asked: unknown[] = []
    const map = { queryRenderedFeatures: (where: unknown, options: { layers: string[] }) => {
      asked.push(where)
      return [site, building].filter((one) => options.layers.includes(one.layer.id))
    } }
    expect(pickAt(map as never, { x: 100, y: 50 }, 'touch')?.kind).toBe('facility')
    expect(asked).toEqual([[[86, 36], [114, 64]]])
  })

  test('two picks are the same when they name the same thing', () => {
    expect(samePick(pickedFrom(building), pickedFrom(feature('buildings-standing', {}, 42)))).toBe(true)
    expect(samePick(pickedFrom(building), pickedFrom(site))).toBe(false)
    expect(samePick(null, null)).toBe(true)
  })
})

test('the sign of admission follows the group: who is retired counts only for groups of older people', () => {
  expect(admittingAudiences('all')).toEqual(['everyone'])
  expect(admittingAudiences('80plus')).toEqual(['everyone', 'retired'])
})

test('a camera read back from an address is the same camera', () => {
  const camera = { lon: 121.489012345, lat: 31.234567891, zoom: 16.20394, bearing: 12.3456, pitch: 45.012 }
  expect(sameCamera(camera, { lon: 121.489012, lat: 31.234568, zoom: 16.204, bearing: 12.3, pitch: 45 })).toBe(true)
  expect(sameCamera(camera, { ...camera, zoom: 16.3 })).toBe(false)
})
