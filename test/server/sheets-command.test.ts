import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Entry } from '../../geodata/model/entry.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { databasePath, openStore } from '../../server/store/open-store.ts'
import { linli } from '../tools/linli.ts'
import { bookOf } from '../tools/sheets.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

const from = { validFrom: '2025-01-01', validTo: null, source: 'test', date: null, name: '', unit: null, position: null }
const entry = (id: string, sheet: Entry['sheet'], area: string | null, fields: Entry['fields']): Entry => ({ id, sheet, area, fields, ...from })

const grown = async (entries: readonly Entry[]): Promise<string> => {
  const folder = join(temporaryFolder(), 'sheets')
  const store = await openStore(databasePath(folder))
  await store.load({ identity: smallIdentity, catalogue, records: [...smallRecords, ...entries.map((record) => ({ kind: 'entry', record }) as const)], actor: 'test', replace: false })
  store.close()
  return folder
}

test('linli import takes a workbook, checks it without writing, and is told what it is in either language', { timeout: 60_000 }, async () => {
  const folder = await grown([])
  const file = join(folder, '台账.xlsx')
  writeFileSync(file, bookOf({ Sheet1: [['级别', '区域', '届期开始', '届期结束'], ['社区大党委', '西社区', '2025-01-01', '2028-01-01'], ['社区大党委', '无此社区', '2025-01-01', '2028-01-01']] }))
  const checked = await linli(['import', file, '--dry-run', '--as', '大党委与大工委'], folder)
  expect([checked.code, checked.out.trim().split('\n')]).toEqual([0, [
    '台账.xlsx 工作表“Sheet1”：大党委与大工委（按 --as 所指），2 行，收入 1 行，未收 1 行', '  第 3 行“区域”：没有叫“无此社区”的区域，请写区域编码、名称，或“街道/社区”。', '手绘小城：新增 1 条、更新 0 条、不变 0 条（试运行，没有写入）',
  ]])
  expect(JSON.parse((await linli(['import', file, '--as', 'committee', '--json'], folder)).out)).toMatchObject({ added: { entry: 1 }, report: { sheets: [{ form: 'committee', rows: 2, kept: 1, refused: 1 }] } })
  const wrong = await linli(['import', file, '--as', 'trees'], folder)
  expect([wrong.code === 0, wrong.err.includes('--as')]).toEqual([false, true])
})

test('linli verify says which identity of the registers does not hold, and fails', { timeout: 60_000 }, async () => {
  const committee = entry('c-1', 'committee', '110105001001', { level: 'community', termStart: '2025-01-01', termEnd: '2030-01-01', brand: null })
  const seat = entry('s-1', 'seat', null, { committee: 'c-1', number: 1, category: 'police', role: 'seatMember', post: null, appointedBy: null })
  const tenure = (id: string): Entry => entry(id, 'tenure', null, { seat: 's-1', exitReason: null })
  const good = await linli(['verify'], await grown([committee, seat, tenure('t-1')]))
  expect([good.code, good.out.includes('✓ vacancies　1 seats - 1 open tenures = 0 vacant')]).toEqual([0, true])
  const bad = await linli(['verify'], await grown([committee, seat, tenure('t-1'), tenure('t-2')]))
  expect([bad.code, bad.out.includes('✗ vacancies　1 seats - 2 open tenures = 0 vacant')]).toEqual([1, true])
})
