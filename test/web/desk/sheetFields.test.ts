import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sheetCodes, sheets } from '../../../geodata/model/sheets/all.ts'
import { columnsOf } from '../../../web/desk/columns.ts'
import { fieldsOf } from '../../../web/desk/field.ts'
import { deskKinds, keyOf, kindOf, sheetKind, sheetOf } from '../../../web/desk/record.ts'
import { textsOf, withTexts } from '../../../web/desk/texts.ts'
import { blankRecord } from '../../../web/desk/blank.ts'

test.each(sheetCodes)('the form of sheet %s asks for every field of the sheet once, in words, and for no other', (code) => {
  const fields = fieldsOf(sheetKind(code))
  expect(fields.filter(({ path }) => path.startsWith('fields.')).map(({ path }) => path.slice(7))).toEqual(Object.keys(sheets[code].fields))
  expect(fields.filter(({ words, path }) => !words && path !== 'position')).toEqual([])
  for (const { control, choices } of fields) if (control === 'choice') expect(choices?.length).toBeGreaterThan(1)
  expect(columnsOf(sheetKind(code)).length).toBeGreaterThan(3)
})

test('every kind is known again from the key of its record', () => {
  for (const kind of deskKinds) expect(kindOf(keyOf(kind, 'a:b'))).toBe(kind)
  expect(sheetOf('sheet.seat')).toBe('seat')
  expect(sheetOf('facility')).toBe(null)
})

test('what is typed into a new row becomes its fields: words of choices stay codes, yes and no a flag, ids a list', () => {
  const kind = sheetKind('byElection')
  const blank = blankRecord(kind, { category: null, area: null, source: 'by hand', today: '2026-11-22' })
  expect(blank.record).toMatchObject({ sheet: 'byElection', fields: { committee: null, status: null } })
  const { record, faults } = withTexts(kind, blank.record, { 'fields.committee': 'c1', 'fields.seats': 's1,s2', 'fields.method': 'sameUnit', 'fields.status': 'held', 'fields.date': '2026-05-04' })
  expect(faults).toEqual({})
  expect(record).toMatchObject({ fields: { committee: 'c1', seats: ['s1', 's2'], method: 'sameUnit', status: 'held', date: '2026-05-04' } })
  expect(textsOf(kind, record)['fields.seats']).toBe('s1,s2')
  expect(withTexts(sheetKind('serviceRecord'), blankRecord(sheetKind('serviceRecord'), { category: null, area: '1', source: 'x', today: '2026-11-22' }).record, { 'fields.month': '2026-13', 'fields.persons': 'many' }).faults).toEqual({ 'fields.month': 'desk.fault.month', 'fields.persons': 'desk.fault.whole' })
})

test('the list of sites is never as wide as half a telephone: the state that stays in view covers the whole of it or nothing', () => {
  const css = readFileSync(new URL('../../../web/style/desk.css', import.meta.url), 'utf8')
  const columns = columnsOf('facility'), least = (names: readonly string[]): number => names.reduce((sum, name) => sum + Number(/(\d+)px/.exec(columns.find((column) => column.name === name)?.width ?? '')?.[1]), 0)
  const without = least(['name', 'category', 'hours', 'state']), whole = without + least(['phone'])
  const tracks = [...css.matchAll(/data-width='wide'\](?:\[data-drawn='true'\])? \{ grid-template(?:-columns)?: (?:'list map side' minmax\(0, 1fr\) \/ )?(?:clamp\()?(\d+)px/g)].map(([, pixels]) => Number(pixels))
  expect(tracks).toHaveLength(3)
  for (const pixels of tracks) expect([pixels, pixels === without || pixels >= whole]).toEqual([pixels, true])
})
