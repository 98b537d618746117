import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../server/store/open-store.ts'
import { linli } from '../tools/linli.ts'
import { linliHere } from '../tools/linli-here.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

const folder = join(temporaryFolder(), 'demo')

test('the demonstration city is grown, counted, proved and not overwritten', async () => {
  const grown = await linli(['demo', '--seed', '7', '--json'], folder)
  expect(grown).toMatchObject({ code: 0, err: '' })
  const { added } = JSON.parse(grown.out) as { added: { building: number } }
  expect(added.building).toBeGreaterThan(1500)

  const coverage = JSON.parse((await linli(['coverage', '--category', 'clinic', '--minutes', '10', '--json'], folder)).out) as { residents: { covered: number; total: number } }
  const gaps = JSON.parse((await linli(['gaps', '--category=clinic', '--minutes=10', '--json'], folder)).out) as { totalResidents: number }
  expect(coverage.residents.covered + gaps.totalResidents).toBe(coverage.residents.total)
  // At night nobody's is open.
  const night = await linli(['gaps', '--category=clinic', '--minutes=10', '--at', '2026-02-14T03:00+08:00', '--limit', '2'], folder)
  expect([night.code, night.out.split('\n')[0]]).toEqual([0, expect.stringContaining('到2026年2月14日 3:00 开放的')])
  expect(await linli(['coverage', '--category=clinic', '--at', '2026-02-14'], folder)).toMatchObject({ code: 1, err: expect.stringContaining('带时区的时刻（1992 至 2199 年），例如 2026-02-14T11:00:00+08:00，收到的是“2026-02-14”') as unknown })

  const verified = await linli(['verify', '--json'], folder)
  expect(verified.code).toBe(0)
  expect(JSON.parse(verified.out)).toMatchObject({ holds: true, faults: [] })

  const again = await linli(['demo'], folder)
  expect([again.code, again.err.split('\n')[0]]).toEqual([1, '库里是示意数据“演示市柳浦区”，真实数据不能与它混在一起；确要替换，请加 --replace。'])
  expect((await linli(['demo', '--replace', '--json'], folder)).code).toBe(0)
  // One process after the other; a busy machine takes its time.
}, 240_000)

test('what a command writes is for whoever runs it alone: folder, database, and what SQLite keeps beside it', async () => {
  const store = await openStore(join(folder, 'linli.sqlite'))
  const modes = ['.', ...readdirSync(folder)].map((name) => statSync(join(folder, name)).mode & 0o077)
  store.close()
  expect([modes.length > 1, modes.filter((others) => others !== 0)]).toEqual([true, []])
})

test.each(['demo', 'import', 'coverage', 'gaps', 'hours', 'export', 'verify', 'user', 'device', 'hide-unit'])('linli %s --help tells what it takes', async (command) => {
  const { code, out, err } = await linliHere([command, '--help'], folder)
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain(`npm run linli -- ${command}`)
  expect(out).toContain('--json')
})

test('with --json there is one JSON document on standard output, whatever was asked', async () => {
  const file = join(folder, 'gaps.csv')
  const asked: [words: string[], code: number, keys: string[]][] = [
    [['gaps', '--category', 'clinic', '--format', 'csv', '--json'], 1, ['error']],
    [['gaps', '--category', 'clinic', '--format', 'csv', '--out', file, '--json'], 0, ['file', 'bytes']],
    [['gaps', '--category', 'clinic', '--out', `${file}.json`, '--json'], 0, ['file', 'bytes']],
    [['gaps', '--category', 'clinic', '--out', join(folder, 'missing', 'gaps.csv'), '--json'], 1, ['error']],
  ]
  for (const [words, code, keys] of asked) {
    const ran = await linli(words, folder)
    expect([ran.code, ran.err, Object.keys(JSON.parse(ran.out) as object)]).toEqual([code, '', keys])
  }
  expect(readFileSync(file, 'utf8')).toContain('楼栋编号')
}, 120_000)

test('a file that cannot be written is told by name', async () => {
  const path = join(folder, 'missing', 'gaps.csv')
  const { code, err } = await linli(['gaps', '--category', 'clinic', '--format', 'csv', '--out', path], folder)
  expect([code, err.split('\n')[0]]).toEqual([1, `写不了文件 ${path}（ENOENT）。`])
})
