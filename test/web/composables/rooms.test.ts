import { describe, expect, test } from 'vitest'
import { roomsBeside } from '../../../web/composables/rooms.ts'

const frame = { left: 300, right: 1000, top: 48, bottom: 768 }
const legend = { left: 312, right: 592, top: 540, bottom: 734 }
const tools = { left: 940, right: 988, top: 60, bottom: 240 }

describe('the room for a walk on the map', () => {
  test('lies above the legend or right of it, and left of the tools', () => {
    const { clear, open } = roomsBeside(frame, legend, tools, true)
    expect(clear).toEqual([{ top: 20, right: 80, bottom: 248, left: 20 }, { top: 20, right: 80, bottom: 60, left: 312 }])
    expect(open).toBe(null)
  })

  test('is the whole map but its foot without a legend', () => {
    expect(roomsBeside(frame, null, null, true).clear).toEqual([{ top: 20, right: 20, bottom: 60, left: 20 }])
    expect(roomsBeside(frame, null, null, true, 3).clear).toEqual([{ top: 60, right: 60, bottom: 180, left: 60 }])
  })
})

test('a whole city may lie under a panel where it would get too small beside it', () => {
  expect(roomsBeside(frame, legend, tools, false).open).toEqual({ top: 36, right: 36, bottom: 60, left: 36 })
})
