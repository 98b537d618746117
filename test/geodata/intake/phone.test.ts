import { expect, test } from 'vitest'
import { facilityFrom } from '../../../geodata/intake/facility.ts'
import type { Tags } from '../../../geodata/intake/feature.ts'
import { shapeIndex } from '../../../geodata/intake/shapeIndex.ts'

const made = (tags: Tags) => facilityFrom(
  { id: 'node/1', tags: { amenity: 'clinic', name: '诊所', ...tags }, form: 'point', shape: { type: 'point', position: [116.4, 39.9] }, fault: null, pieces: 1, place: '1', repairs: [] },
  { source: 'test', date: null }, new Set(['clinic']), { residential: shapeIndex(), denied: shapeIndex(), entrances: new Set() },
)

test.each<[Tags, string | null, boolean]>([
  [{}, null, false],
  [{ phone: '+86 10 6278 4655' }, '+86 10 6278 4655', false],
  [{ 'contact:phone': '010-62784655' }, '010-62784655', false],
  [{ phone: '010-62784655;13800138000' }, '010-62784655', true],
  [{ phone: '+86 138 0013 8000' }, null, true],
  [{ phone: '见网站' }, null, true],
  [{ phone: '+86 10 6278 4655; +86 10 6278 4656; +86 10 6278 4657' }, '+86 10 6278 4655; +86 10 6278 4656', true],
])('of %o the telephone %s is kept; something dropped: %s', (tags, phone, dropped) => {
  const { record, repairs } = made(tags)
  expect([record?.phone, repairs.includes('phoneDropped')]).toEqual([phone, dropped])
})
