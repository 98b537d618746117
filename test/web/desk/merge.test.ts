import { describe, expect, it } from 'vitest'
import { allOf, mergedTexts, mergeRows, plainChoices, undecided } from '../../../web/desk/merge.ts'
import { withTexts } from '../../../web/desk/texts.ts'
import { site } from './recordServer.ts'

const base = site(1)
const theirs = site(1, { hours: '10:30-13:30', phone: '010-0000 0000', capacity: { seats: 60, spareSeats: null, squareMetres: null } })
const mine = { hours: '11:00-14:00', name: '纺织社区食堂', 'capacity.seats': '60' }
const rows = mergeRows('facility', base, mine, theirs)
const row = (path: string) => rows.find((one) => one.field.path === path)

describe('two versions of a record', () => {
  it('show every field, and stress those that differ', () => {
    expect(rows).toHaveLength(30)
    expect(rows.filter((one) => one.differs).map((one) => one.field.path)).toEqual(['name', 'hours', 'phone'])
  })
  it('need no decision where one side alone changed, or both did alike', () => {
    expect(plainChoices(rows)).toEqual({ name: 'mine', phone: 'theirs' })
    expect(row('capacity.seats')).toMatchObject({ differs: false, mine: '60', theirs: '60', base: '40' })
  })
  it('leave to the editor what both changed differently', () => {
    expect(undecided(rows, plainChoices(rows)).map((one) => one.field.path)).toEqual(['hours'])
    expect(undecided(rows, allOf(rows, 'theirs'))).toEqual([])
  })
  it('lay what was chosen over their version, so that nothing of either is lost unasked', () => {
    const merged = (choices: Parameters<typeof mergedTexts>[1]) => withTexts('facility', theirs, mergedTexts(rows, choices)).record
    expect(merged({ name: 'mine', phone: 'theirs', hours: 'mine' })).toEqual({ ...theirs, name: '纺织社区食堂', hours: '11:00-14:00' })
    expect(merged(allOf(rows, 'theirs'))).toEqual(theirs)
    expect(merged(allOf(rows, 'mine'))).toEqual({ ...theirs, name: '纺织社区食堂', hours: '11:00-14:00', phone: null })
  })
})
