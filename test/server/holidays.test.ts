import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../seeds/catalogue.ts'
import { importHolidays } from '../../server/files/import-holidays.ts'
import { plantDemo } from '../../server/plant.ts'
import { databasePath, openStore } from '../../server/store/open-store.ts'
import { holidays2027 } from '../tools/holidays-2027.ts'
import { linli } from '../tools/linli.ts'
import { servedCity } from '../tools/served-city.ts'
import { facility, smallIdentity, smallRecords } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

const folder = temporaryFolder()
const written = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const json = (value: unknown, name = 'holidays.json'): string => written(name, JSON.stringify(value))

test('a year put in by another process reaches a running server: what was unknown is told, and the table is shown with its source', async () => {
  const canteen = facility('canteen-feast', 'canteen', 10, 2.2, { hours: '每天 10:30-13:30，法定节假日休息' })
  const { app, world, path } = await servedCity({ identity: smallIdentity, records: [...smallRecords, { kind: 'facility', record: canteen }] })
  const state = async (at: string): Promise<unknown> => {
    const { venue, day } = (await (await app.request(`/api/v1/venues/canteen-feast?at=${encodeURIComponent(at)}`)).json()) as { venue: { state: string }; day: { name: string; calendarMissing: boolean } }
    return [venue.state, day.name, day.calendarMissing]
  }
  const [feast, plain] = ['2027-02-06T11:00:00+08:00', '2027-02-20T11:00:00+08:00']
  expect([await state(feast), await state(plain)]).toEqual([['unknown', '', true], ['unknown', '', true]])

  const other = await openStore(path)
  expect(await importHolidays(other, [json(holidays2027)], { dryRun: true, actor: 'test' })).toMatchObject({ ok: true, value: { added: [2027], changed: [], same: [] } })
  expect((await other.catalogue())?.holidays.length).toBe(2)
  const versions = await other.versions()
  expect(await importHolidays(other, [json(holidays2027)], { dryRun: false, actor: 'test' })).toMatchObject({ ok: true, value: { added: [2027] } })
  expect((await other.versions()).categories['canteen']).toBe((versions.categories['canteen'] ?? 0) + 1)
  await world.refresh()
  expect([await state(feast), await state(plain)]).toEqual([['closed-today', '春节', false], ['open', '', false]])
  const { holidays } = (await (await app.request('/api/v1/standards')).json()) as { holidays: { year: number; source: string; makeupDays: string[] }[] }
  expect(holidays.map(({ year, source }) => [year, source])).toEqual([[2025, '国办发明电〔2024〕12号，2024-11-12'], [2026, '国务院办公厅，2025-11-04'], [2027, '试验用安排']])

  // The same again changes nothing; what the server shows is taken back in as it is.
  const pulse = await other.pulse()
  for (const value of [holidays2027, { holidays }]) expect(await importHolidays(other, [json(value)], { dryRun: false, actor: 'test' })).toMatchObject({ ok: true, value: { added: [], changed: [] } })
  expect([await other.pulse(), (await other.changes(1))[0]]).toMatchObject([pulse, { actor: 'test', action: 'load', counts: { holidays: { added: 1, changed: 0 } } }])
  other.close()
})

test('by command line: a table comes in, a contradictory one leaves everything as it was, and hours are read by it', async () => {
  const place = join(folder, 'city')
  const store = await openStore(databasePath(place))
  // Days off belong to no city: a demonstration's table takes them too.
  await store.load({ identity: { ...smallIdentity, demo: true }, catalogue, records: smallRecords, actor: 'test', replace: false })
  const rows = [...holidays2027.holidays.map(({ code, from, to }) => `2027,off,${code},${from},${to},notice`), ...holidays2027.makeupDays.map((day) => `2027,work,,${day},,notice`)]
  const csv = (lines: readonly string[]): string => written('holidays.csv', ['year,type,holiday,from,to,source', ...lines].join('\n'))

  const bad = await linli(['import', csv([...rows, '2027,work,,2027-02-17,,notice', '2027,work,,2027-02-06,,notice']), '--as', 'holidays'], place)
  expect([bad.code, bad.out, bad.err.split('\n').slice(0, 2)]).toEqual([1, '', ['holidays.csv：2027 年：调休上班日 2027-02-17 不是周六或周日。', 'holidays.csv：2027 年：2027-02-06 既是调休上班日，又在春节假期里。']])
  expect((await store.catalogue())?.holidays).toEqual(catalogue.holidays)

  const good = await linli(['import', csv(rows), '--as', 'holidays', '--json'], place)
  expect([good.code, good.err, JSON.parse(good.out)]).toEqual([0, '', { dryRun: false, added: [2027], changed: [], same: [] }])
  expect((await store.catalogue())?.holidays.at(-1)).toEqual({ ...holidays2027, source: 'notice' })

  // A notice may be amended: what the year had is replaced.
  const amended = { ...holidays2027, source: 'notice', makeupDays: ['2027-02-20'] }
  expect(await importHolidays(store, [json(amended)], { dryRun: false, actor: 'test' })).toMatchObject({ ok: true, value: { added: [], changed: [2027], same: [] } })

  // A demonstration grown anew is another city under the same calendar.
  await plantDemo(store, { seed: 7, buildings: 300, replace: true, actor: 'test' })
  expect((await store.catalogue())?.holidays).toEqual([...catalogue.holidays, amended])

  // A later release adds rows and leaves those of the owner.
  await store.completeCatalogue({ ...catalogue, holidays: [...catalogue.holidays, holidays2027] })
  expect((await store.catalogue())?.holidays.at(-1)).toEqual(amended)

  const hours = JSON.parse((await linli(['hours', '周一至周五 8:30-11:30,14:00-17:30,法定节假日休息', '--at', '2027-02-20T11:00:00+08:00', '--days', '3', '--json'], place)).out) as Record<string, unknown> & { days: { day: string; sessions: { from: string }[] }[] }
  expect(hours).toMatchObject({ understood: true, notation: 'chinese', notUnderstood: [], state: 'closes-soon', stateText: '30 分钟后关门', calendarMissing: false, next: { at: '2027-02-20T11:30:00+08:00', opens: false }, day: { type: 'makeup' } })
  expect(hours.days.map(({ day, sessions }) => [day, sessions.map(({ from }) => from)])).toEqual([['2027-02-20', ['8:30', '14:00']], ['2027-02-21', []], ['2027-02-22', ['8:30', '14:00']]])
  store.close()
}, 120_000)

test('what cannot be read is refused in a sentence: a broken file, a map, two files', async () => {
  const store = await openStore(join(folder, 'refused.sqlite'))
  const told = async (...paths: string[]): Promise<unknown> => {
    const taken = await importHolidays(store, paths, { dryRun: false, actor: 'test' })
    return taken.ok ? 'taken' : taken.issues.map(({ code }) => code)
  }
  expect([await told(written('cut.json', '[{"year": 2027')), await told(json({ type: 'FeatureCollection', features: [] }, 'map.geojson')), await told(json(holidays2027), json(holidays2027, 'two.json')), await told(written('x.csv', '日期\n2027-01-01'))])
    .toEqual([['jsonTruncated'], ['holidaysShape'], ['holidaysFile'], ['holidaysColumns']])
  await expect(told(json(holidays2027))).rejects.toMatchObject({ code: 'noCatalogue' })
  store.close()
})

test('linli hours: what is not understood is told with its part, unknown and not guessed, and fails; a bad instant is refused', async () => {
  const asked = await Promise.all([['hours', '周一至周五 8:30-17:30，视情况延长', '--at', '2026-02-14T03:00:00Z', '--json'], ['hours', 'Mo-Fr 08:30-17:30', '--at', '2026-02-14 11:00'], ['hours'], ['import', json(holidays2027), '--as', 'holidays']].map((words) => linli(words, join(folder, 'nowhere'))))
  expect(asked.map(({ code }) => code)).toEqual([1, 1, 1, 1])
  const { understood, notUnderstood, state, stateText, at, days } = JSON.parse(asked[0].out) as Record<string, unknown>
  expect({ understood, state, stateText, at, days }).toEqual({ understood: false, state: 'unknown', stateText: '时间未知，请先致电', at: '2026-02-14T11:00:00+08:00', days: [] })
  expect(String(notUnderstood)).toContain('视情况')
  expect(asked.slice(1).map(({ err }) => err.split('\n')[0])).toEqual(['选项 --at 应为带时区的时刻（1992 至 2199 年），例如 2026-02-14T11:00:00+08:00，收到的是“2026-02-14 11:00”。', '命令 hours 后面要有开放时间，例如 "周一至周五 8:30-17:30"。', `${join(folder, 'nowhere')} 里还没有数据库，请先运行 demo 或 import。`])
}, 60_000)
