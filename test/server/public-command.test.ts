import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { errorSentence } from '../../geodata/words/errors.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { parseEnvironment, StartError } from '../../server/environment.ts'
import { servePublic } from '../../server/public/serve-public.ts'
import { openStore } from '../../server/store/open-store.ts'
import { linli } from '../tools/linli.ts'
import { linliHere } from '../tools/linli-here.ts'
import { named } from '../tools/named-city.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

const folder = temporaryFolder(), home = join(folder, 'home'), out = join(folder, 'out.sqlite')

beforeAll(async () => {
  const store = await openStore(join(home, 'linli.sqlite'))
  await store.load({ identity: smallIdentity, records: [...smallRecords, ...named], catalogue, actor: 'test', replace: false })
  store.close()
})

test('a file is written, and in the place of an older one; nothing else is overwritten', async () => {
  const made = await linli(['export', '--public', out, '--json'], home)
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(made.out)).toMatchObject({ file: out, records: { facility: 4, unit: 2, entry: 0, organisation: 0, eventCount: 0 } })
  expect((await linliHere(['export', '--public', out], home)).code).toBe(0)
  writeFileSync(join(folder, 'letter.txt'), 'dear neighbour')
  const refused = async (words: readonly string[]): Promise<string> => {
    const { code, err } = await linliHere(words, home)
    expect(code).toBe(1)
    return err.split('\n')[0]
  }
  expect(await refused(['export', '--public', join(folder, 'letter.txt')])).toBe(`${join(folder, 'letter.txt')} 已经存在，而且不是以前导出的公众版数据文件，没有覆盖它。`)
  expect(await refused(['export', '--public', join(home, 'linli.sqlite')])).toContain('没有覆盖它')
  expect(await refused(['export', '--public', join(folder, 'missing', 'out.sqlite')])).toContain('写不了文件')
  expect(await refused(['export'])).toBe('命令 export 缺少选项 --public FILE。')
  expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('dear neighbour')
  // Of a file of reports a bad line is named and left out.
  const reports = join(folder, 'home.jsonl')
  const line = JSON.stringify({ facility: 'P-place', at: '2026-11-20T03:00:00.000Z', fields: ['phone'], note: null })
  writeFileSync(reports, `${line}\n{"facility":1}\n`)
  expect(JSON.parse((await linliHere(['import', '--as', 'reports', reports, '--json'], home)).out)).toEqual({ dryRun: false, added: 1, known: 0, strange: 0, badLines: [{ file: reports, lines: [2] }] })
  writeFileSync(reports, '{"facility":1}\n')
  expect(await refused(['import', '--as', 'reports', reports])).toContain('第 1 行不是一条纠错记录，没有写入任何内容')
  expect(await refused(['import', '--as', 'reports', folder])).toBe(`没有文件 ${folder}。`)
}, 60_000)

test('a server starts for the public only with a file of theirs, and for the house only without', async () => {
  const data = join(folder, 'nobody'), said: string[] = [], say = (zh: string): void => { said.push(zh) }
  const start = async (variables: Record<string, string>): Promise<string> => {
    try {
      const environment = parseEnvironment({ LINLI_DATA: data, LINLI_MODE: 'public', PORT: '0', ...variables })
      const serving = await servePublic({ environment, file: environment.publicFile ?? '', webFolder: null, say })
      await serving.close()
      return 'it started'
    } catch (error) {
      if (!(error instanceof StartError)) throw error
      return errorSentence(error.code, error.details, 'zh')
    }
  }
  expect(await start({ LINLI_MODE: 'all' })).toBe('LINLI_MODE 应为 house（内部使用，默认）或 public（只给公众看），收到的是“all”。')
  expect(await start({})).toContain(`没有公众版数据文件 ${join(data, 'public.sqlite')}`)
  expect(await start({ LINLI_FILE: join(home, 'linli.sqlite') })).toContain('不是 linli export --public 做出的公众版数据文件')
  expect(await start({ LINLI_FILE: out })).toBe('it started')
  // What was taken in once is shown again without the file, and beside one that was copied by half.
  expect(await start({})).toBe('it started')
  const half = join(folder, 'half.sqlite')
  writeFileSync(half, readFileSync(out).subarray(0, 30_000))
  expect(await start({ LINLI_FILE: half })).toBe('it started')
  expect(said.join()).toContain(`${half} 不是 linli export --public 做出的公众版数据文件`)
  const wrong = join(folder, 'wrong')
  mkdirSync(wrong)
  writeFileSync(join(wrong, 'linli.sqlite'), readFileSync(out))
  expect((await linli([], wrong, 'server/main.ts', { PORT: '0' })).err).toContain('是公众版数据文件，没有居民数和台账；请用 LINLI_MODE=public 启动')
}, 60_000)
