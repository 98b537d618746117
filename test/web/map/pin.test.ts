// @vitest-environment happy-dom
import * as fc from 'fast-check'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import MapPin from '../../../web/map/MapPin.vue'
import { metresBetween, movedBy } from '../../../web/map/metres.ts'
import type { MapPin as Pin, PinMove } from '../../../web/map/seam.ts'

/** Great-circle metres on a sphere: an oracle that is off by at most the flattening, half a per cent. */
const sphere = ([lon, lat]: readonly [number, number], [otherLon, otherLat]: readonly [number, number]): number => {
  const radians = Math.PI / 180
  const half = Math.sin(((otherLat - lat) * radians) / 2) ** 2 + Math.cos(lat * radians) * Math.cos(otherLat * radians) * Math.sin(((otherLon - lon) * radians) / 2) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(half))
}

describe('metres on the map', () => {
  it('lead so far as they say, to a centimetre, and agree with the sphere within half a per cent', () => {
    fc.assert(fc.property(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 3, max: 53, noNaN: true }), fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (lon, lat, east, north) => {
      const to = movedBy([lon, lat], east, north)
      const back = metresBetween([lon, lat], to)
      expect(Math.abs(back.east - east)).toBeLessThan(0.05)
      expect(Math.abs(back.north - north)).toBeLessThan(0.05)
      expect(Math.abs(back.straight - sphere([lon, lat], to))).toBeLessThanOrEqual(0.006 * back.straight + 0.02)
    }), { seed: 2026, numRuns: 300 })
  })
  it('agree with the geodesic of the ellipsoid: one degree of the meridian at 30 and 40 degrees', () => {
    // Bowring / Vincenty: 110 852.4 m between 29.5 and 30.5, 111 034.8 m between 39.5 and 40.5 (WGS84).
    expect(metresBetween([120, 29.5], [120, 30.5]).north).toBeCloseTo(110_852.4, -1)
    expect(metresBetween([120, 39.5], [120, 40.5]).north).toBeCloseTo(111_034.8, -1)
  })
})

const pinOf = (other: Partial<Pin> = {}): Pin => ({ position: [121.5, 31.2], ghost: null, movable: true, label: '食堂的位置', note: '', ...other })
/** A flat map: a hundred thousand pixels a degree. */
const shown = (pin: Pin) => mount(MapPin, { props: { pin, project: ([lon, lat]: readonly [number, number]) => ({ x: (lon - 121.5) * 1e5, y: (31.2 - lat) * 1e5 }), unproject: ({ x, y }: { x: number; y: number }) => [121.5 + x / 1e5, 31.2 - y / 1e5] as const, view: 1 } })
const movesOf = (wrapper: ReturnType<typeof shown>): PinMove[] => (wrapper.emitted('move') ?? []).map(([move]) => move as PinMove)

describe('a pin', () => {
  it('moves by a metre, with Shift by ten', async () => {
    const wrapper = shown(pinOf())
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight' })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowDown', shiftKey: true })
    const [east, south] = movesOf(wrapper)
    expect(metresBetween([121.5, 31.2], east.position)).toMatchObject({ east: expect.closeTo(1, 1), north: expect.closeTo(0, 1) })
    expect(metresBetween([121.5, 31.2], south.position)).toMatchObject({ east: expect.closeTo(0, 1), north: expect.closeTo(-10, 1) })
    expect([east.ended, south.ended]).toEqual([true, true])
  })
  it('leaves other keys, and keys with Ctrl, to the page', async () => {
    const wrapper = shown(pinOf())
    await wrapper.get('button').trigger('keydown', { key: 'a' })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight', ctrlKey: true })
    expect(movesOf(wrapper)).toEqual([])
  })
  it('follows the pointer, and says when it is let go', async () => {
    const wrapper = shown(pinOf())
    const button = wrapper.get('button')
    await button.trigger('pointerdown', { pointerId: 1, button: 0, clientX: 5, clientY: 5 })
    await button.trigger('pointermove', { pointerId: 1, clientX: 25, clientY: 5 })
    await button.trigger('pointerup', { pointerId: 1, clientX: 35, clientY: 5 })
    expect(movesOf(wrapper)).toEqual([{ position: [121.5002, 31.2], ended: false }, { position: [121.5003, 31.2], ended: true }])
  })
  it('that is only pressed does not move, and Escape takes a drag back', async () => {
    const wrapper = shown(pinOf())
    const button = wrapper.get('button')
    await button.trigger('pointerdown', { pointerId: 1, button: 0, clientX: 5, clientY: 5 })
    await button.trigger('pointermove', { pointerId: 1, clientX: 6, clientY: 6 })
    await button.trigger('pointerup', { pointerId: 1, clientX: 6, clientY: 6 })
    expect(movesOf(wrapper)).toEqual([])
    await button.trigger('pointerdown', { pointerId: 1, button: 0, clientX: 5, clientY: 5 })
    await button.trigger('pointermove', { pointerId: 1, clientX: 50, clientY: 5 })
    await button.trigger('keydown', { key: 'Escape' })
    expect(movesOf(wrapper).at(-1)).toEqual({ position: [121.5, 31.2], ended: true })
  })
  it('that may not be moved stays, and shows where it stood only when it did', async () => {
    const wrapper = shown(pinOf({ movable: false }))
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight' })
    await wrapper.get('button').trigger('pointerdown', { pointerId: 1, button: 0, clientX: 5, clientY: 5 })
    await wrapper.get('button').trigger('pointermove', { pointerId: 1, clientX: 50, clientY: 5 })
    expect(movesOf(wrapper)).toEqual([])
    expect(wrapper.get('button').attributes('aria-disabled')).toBe('true')
    expect(wrapper.find('.thread').exists()).toBe(false)
    expect(shown(pinOf({ ghost: [121.5, 31.21] })).find('.thread').exists()).toBe(true)
  })
  it('of something that is tried out takes the keys at once, steps by 10 and 50 metres, is kept by Enter or by letting go, and forgotten by Escape', async () => {
    const wrapper = shown(pinOf({ trial: { picture: 'data:,', following: false, refused: false, front: null } }))
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight' })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowUp', shiftKey: true })
    const [east, north] = movesOf(wrapper)
    expect([Math.round(metresBetween([121.5, 31.2], east.position).east), Math.round(metresBetween([121.5, 31.2], north.position).north)]).toEqual([10, 50])
    await wrapper.get('button').trigger('keydown', { key: 'Enter' })
    await wrapper.get('button').trigger('keydown', { key: 'Escape' })
    expect([wrapper.emitted('keep')?.length, wrapper.emitted('forget')?.length]).toEqual([1, 1])
  })
})
