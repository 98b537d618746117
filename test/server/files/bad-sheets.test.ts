import { afterAll, expect, it } from 'vitest'
import { badSheets } from '../../tools/bad-sheets.ts'
import { bring, lines, sheetCity } from '../../tools/sheets.ts'

const store = await sheetCity()
afterAll(() => store.close())
await bring(store, {
  '大党委与大工委.csv': lines('编号,级别,区域,届期开始,届期结束', 'committee-west,社区大党委,西社区,2025-1-1,2028-1-1'),
  '驻区单位.csv': lines('编号,名称,性质,经度,纬度,社区', 'same-1,同名公司,民营企业,116.402,39.903,西社区', 'same-2,同名公司,民营企业,116.412,39.903,东社区'),
  '会议.csv': lines('编号,会议类型,区域,会议日期', 'meeting-east,社区党委会,东社区,2026-1-5'),
})

/** What is said of a file that is read ends with what the city would have of it. */
const summary = /^手绘小城：/

it.each(badSheets)('$name: says where, what was expected and what was found', async ({ files, wish, zh }) => {
  const before = await store.counts()
  const brought = await bring(store, files, { ...wish, dryRun: true })
  expect(brought.lines.filter((line) => !summary.test(line))).toEqual(zh)
  // English says as many things.
  expect(brought.english).toHaveLength(brought.lines.length)
  expect(brought.english.join('')).not.toMatch(/\{|undefined|—/)
  expect(await store.counts()).toEqual(before)
})

it('what names a military unit is refused without repeating the name', async () => {
  const brought = await bring(store, { '双报到.csv': lines('区域,单位,报到方向,是否报到', '西社区,某部队,单位到社区,是') })
  expect([...brought.lines, ...brought.english].join('')).not.toContain('某部队')
})
