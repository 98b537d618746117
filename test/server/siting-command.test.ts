import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linliHere } from '../tools/linli-here.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

const folder = temporaryFolder(), file = join(folder, 'ring.txt')
writeFileSync(file, '4 4 2\n1 2 1\n2 3 5\n3 4 1\n4 1 5\n')
const siting = (...words: string[]): ReturnType<typeof linliHere> => linliHere(['siting', ...words], folder)

test('a published instance is answered with value, bound, sites and seconds', async () => {
  const median = await siting('--instance', file, '--format', 'pmed', '--objective', 'p-median', '--json')
  expect([median.code, JSON.parse(median.out)]).toEqual([0, expect.objectContaining({ value: 2, bound: 2, gapShare: 0, proven: true, chosen: [expect.any(Number), expect.any(Number)] as unknown, seconds: expect.any(Number) as unknown })])
  const centre = await siting('--instance', file, '--format', 'pmed', '--objective', 'p-centre')
  expect([centre.code, centre.out]).toEqual([0, expect.stringContaining('目标值 value 1　下界 bound 1　差距 gap 0.000 %　已证明最优 proven optimal')])
})

test('what is wrong with the words or the file is said', async () => {
  expect((await siting('--instance', file, '--objective', 'p-median')).err).toContain('命令 siting 缺少选项 --format')
  expect((await siting('--instance', file, '--format', 'pmed', '--objective', 'p-median', '--k', '3')).err).toContain('选项 --instance 和 --k 只能给一个。')
  expect((await siting('--category', 'canteen', '--format', 'pmed')).err).toContain('命令 siting --format 缺少选项 --instance。')
  expect((await siting('--instance', file, '--format', 'tsp', '--objective', 'p-median')).err).toContain('选项 --format 应为pmed | pmedcap，收到的是“tsp”')
  expect((await siting('--instance', file, '--format', 'pmedcap', '--objective', 'p-centre')).err).toContain('Option --objective should be p-median, found "p-centre".')
  expect(await siting('--instance', join(folder, 'none.txt'), '--format', 'pmed', '--objective', 'p-median')).toMatchObject({ code: 1, err: expect.stringContaining('none.txt：找不到这个文件。') as unknown })
  expect(await siting('--instance', file, '--format', 'pmedcap', '--objective', 'p-median', '--json')).toMatchObject({ code: 1, out: expect.stringContaining('"line":1') as unknown })
})
