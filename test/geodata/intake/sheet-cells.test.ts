import { describe, expect, it } from 'vitest'
import { dayOf, monthOf } from '../../../geodata/intake/sheets/calendar.ts'
import { readAmount, readChoice, readCount, readFlag, readYear } from '../../../geodata/intake/sheets/cells.ts'
import { plainHeading } from '../../../geodata/intake/sheets/plain.ts'
import { stableId } from '../../../geodata/intake/sheets/stable-id.ts'
import { isPersonal } from '../../../geodata/intake/sheets/tables/personal.ts'
import { choicesOf } from '../../../geodata/words/sheets/all.ts'

describe('cells as people write them', () => {
  it.each([
    ['2026-3-5', '2026-03-05'], ['2026/03/05', '2026-03-05'], ['2026年3月5日', '2026-03-05'], ['２０２６．３．５', '2026-03-05'], ['20260305', '2026-03-05'], [20260305, '2026-03-05'], ['2026-03-05 08:30:00', '2026-03-05'], ['2026-03-05T08:30', '2026-03-05'],
    ['2024-02-29', '2024-02-29'], ['2026-02-29', null], ['26-3-5', null], ['115/04/01', null], ['上周', null], ['', null],
  ])('the day %j is %j', (cell, day) => expect(dayOf(cell)).toBe(day))

  it.each([['1130102', '2024-01-02'], ['370314', '1948-03-14'], ['115/04/01', '2026-04-01'], ['民國115年4月1日', '2026-04-01'], [1150401, '2026-04-01'], ['2026-04-01', '2026-04-01'], ['3', null], ['1131302', null]])('the Minguo day %j is %j', (cell, day) => expect(dayOf(cell, true)).toBe(day))

  it.each([['2026-03', '2026-03'], ['2026年3月', '2026-03'], ['202603', '2026-03'], [202603, '2026-03'], ['2026/3', '2026-03'], ['2026-03-01', '2026-03'], ['2026-13', null], ['3月', null]])('the month %j is %j', (cell, month) => expect(monthOf(cell)).toBe(month))

  it.each([[12, 12], ['12', 12], ['１２', 12], ['1,234', 1234], ['１，２３４', 1234], ['12 人', 12], ['12.0', 12], [' 7 ', 7]])('the count %j is %j', (cell, value) => expect(readCount(cell)).toEqual({ value }))
  it.each([['12,34', 'badCount'], ['1 2a', 'badCount'], ['2.5', 'notWhole'], [-1, 'outOfRange'], [1_000_001, 'outOfRange']])('the count %j is none: %s', (cell, code) => expect(readCount(cell)).toMatchObject({ trouble: { code } }))
  it.each([['12.5 元', 12.5], ['１２．５', 12.5], [0, 0]])('the amount %j is %j', (cell, value) => expect(readAmount(cell)).toEqual({ value }))
  it.each([['2026年', 2026], ['2026年度', 2026], [2026, 2026]])('the year %j is %j', (cell, value) => expect(readYear(cell)).toEqual({ value }))
  it.each([['是', true], ['有', true], ['√', true], ['Yes', true], [true, true], [1, true], ['否', false], ['无', false], ['×', false], ['no', false], [false, false]])('%j is %j', (cell, value) => expect(readFlag(cell)).toEqual({ value }))

  it.each(['机关企事业', '机关 企事业', 'institutions', 'INSTITUTIONS', 'institution'])('%j is a choice by its word or code', (cell) => expect(readChoice(cell, choicesOf('seat', 'category') ?? [])).toEqual({ value: 'institution' }))
})

describe('headings', () => {
  it.each([['面积（平方米）', '面积'], ['席位号*', '席位号'], [' 席 位 号：', '席位号'], ['ＳＥＡＴ Ｎｕｍｂｅｒ', 'seatnumber'], ['名稱', '名称'], ['經度', '经度']])('%j is compared as %j', (heading, plain) => expect(plainHeading(heading)).toBe(plain))
  it.each(['姓名', '党员姓名', '身份证号', '手机', '手机号码', '民 族', '宗教信仰', '出生日期', 'Mobile phone', 'ID number', 'Person name', 'ethnicity', 'Religion'])('%j tells of persons', (heading) => expect(isPersonal(heading)).toBe(true))
  it.each(['名称', '单位名称', '党员数', '联系电话', '电话', '所属委员会', '在本单位的职务', 'name', 'members', 'unit name'])('%j tells of none', (heading) => expect(isPersonal(heading)).toBe(false))
})

it('an id made of the same parts is the same, and of none of a hundred thousand others', () => {
  expect(stableId('seat', ['c', 1])).toBe(stableId('seat', ['c', 1]))
  expect(stableId('seat', ['c', 1]).length).toBeLessThanOrEqual(64)
  expect(new Set(Array.from({ length: 100_000 }, (_, i) => stableId('seat', ['c', i]))).size).toBe(100_000)
})
