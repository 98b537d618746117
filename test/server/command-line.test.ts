import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linli } from '../tools/linli.ts'
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

  const verified = await linli(['verify', '--json'], folder)
  expect(verified.code).toBe(0)
  expect(JSON.parse(verified.out)).toMatchObject({ holds: true, faults: [] })

  const again = await linli(['demo'], folder)
  expect([again.code, again.err.split('\n')[0]]).toEqual([1, '库里是示意数据“演示市柳浦区”，真实数据不能与它混在一起；确要替换，请加 --replace。'])
  expect((await linli(['demo', '--replace', '--json'], folder)).code).toBe(0)
  // Six processes one after the other; a busy machine takes its time.
}, 240_000)

test.each(['demo', 'import', 'coverage', 'gaps', 'verify'])('linli %s --help tells what it takes', async (command) => {
  const { code, out, err } = await linli([command, '--help'], folder)
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain(`npm run linli -- ${command}`)
  expect(out).toContain('--json')
})
