import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errorSentence } from '../../geodata/words/errors.ts'
import { parseEnvironment, StartError } from '../../server/environment.ts'
import { askError, askMeta } from '../tools/asking.ts'
import { linli } from '../tools/linli.ts'
import { linliHere } from '../tools/linli-here.ts'
import { servedCity } from '../tools/served-city.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

const folder = temporaryFolder()
const { app } = await servedCity({ identity: { ...smallIdentity, demo: true }, records: smallRecords })
const empty = await servedCity(null)
const { tileVersions } = await askMeta(app)
writeFileSync(join(folder, 'a-file'), '')
writeFileSync(join(folder, 'no-pem'), 'a certificate')

const question = '类别：category、area、minutes、metres、metric、profile、group、at、asOf'.slice(3)

/** Address, status, code and the sentence word for word. */
const requests: [path: string, status: number, code: string, message: string][] = [
  ['/api/v1/nothing', 404, 'unknownEndpoint', '没有 /api/v1/nothing 这个接口，全部接口见 /api。'],
  ['/tiles/base/8/1/abc.pbf', 404, 'unknownEndpoint', '没有 /tiles/base/8/1/abc.pbf 这个接口，全部接口见 /api。'],
  ['/api/v1/coverage', 400, 'missingParameter', '缺少参数 category，它应为至少 1 个、至多 64 个字符的文字。'],
  ['/api/v1/coverage?category=', 400, 'badParameter', '参数 category 应为至少 1 个、至多 64 个字符的文字，收到的是“”。'],
  ['/api/v1/coverage?category=soup', 404, 'unknownCategory', ''],
  ['/api/v1/coverage?category=canteen&colour=red', 400, 'unknownParameter', `没有参数 colour，这里可用的参数：${question}。`],
  ['/api/v1/coverage?category=canteen&minutes=ten', 400, 'badParameter', '参数 minutes 应为大于 0、不超过 60 的数，收到的是“ten”。'],
  ['/api/v1/coverage?category=canteen&minutes=0', 400, 'badParameter', '参数 minutes 应为大于 0、不超过 60 的数，收到的是“0”。'],
  ['/api/v1/coverage?category=canteen&minutes=-5', 400, 'badParameter', '参数 minutes 应为大于 0、不超过 60 的数，收到的是“-5”。'],
  ['/api/v1/coverage?category=canteen&minutes=61', 400, 'badParameter', '参数 minutes 应为大于 0、不超过 60 的数，收到的是“61”。'],
  ['/api/v1/coverage?category=canteen&minutes=1e1', 400, 'badParameter', '参数 minutes 应为大于 0、不超过 60 的数，收到的是“1e1”。'],
  ['/api/v1/coverage?category=canteen&minutes=', 400, 'badParameter', '参数 minutes 应为大于 0、不超过 60 的数，收到的是“”。'],
  ['/api/v1/coverage?category=canteen&metres=0x10', 400, 'badParameter', '参数 metres 应为大于 0、不超过 5000 的数，收到的是“0x10”。'],
  ['/api/v1/coverage?category=canteen&metres=5001', 400, 'badParameter', '参数 metres 应为大于 0、不超过 5000 的数，收到的是“5001”。'],
  ['/api/v1/coverage?category=canteen&minutes=5&metres=300', 400, 'conflictingParameters', '参数 minutes 和 metres 只能给一个。'],
  ['/api/v1/coverage?category=canteen&category=clinic', 400, 'repeatedParameter', '参数 category 给了 2 次，只能给一次。'],
  ['/api/v1/coverage?category=canteen&metric=crow', 400, 'badParameter', '参数 metric 应为network、straight 之一，收到的是“crow”。'],
  ['/api/v1/coverage?category=canteen&profile=runner', 400, 'badParameter', '参数 profile 应为planning、adult、elderly、wheelchair 之一，收到的是“runner”。'],
  ['/api/v1/coverage?category=canteen&group=70plus', 400, 'badParameter', '参数 group 应为all、60plus、80plus、children 之一，收到的是“70plus”。'],
  ['/api/v1/coverage?category=canteen&area=999', 404, 'unknownArea', '没有编码为“999”的区域，全部区域见 /api/v1/areas。'],
  ['/api/v1/coverage/gaps?category=canteen&limit=0', 400, 'badParameter', '参数 limit 应为不小于 1、不超过 1000 的整数，收到的是“0”。'],
  ['/api/v1/coverage/gaps?category=canteen&limit=1.5', 400, 'badParameter', '参数 limit 应为不小于 1、不超过 1000 的整数，收到的是“1.5”。'],
  ['/api/v1/coverage/gaps?category=canteen&format=pdf', 400, 'unknownFormat', '没有“pdf”这种格式，可用的格式：json、csv、xlsx、geojson。'],
  ['/api/v1/coverage/gaps?category=canteen&cursor=abc', 400, 'badCursor', '游标“abc”不属于这次查询，请从第一页重新取。'],
  ['/api/v1/coverage/gaps?category=canteen&sort=luck', 400, 'badParameter', '参数 sort 应为need、residents、minutes、name 之一，收到的是“luck”。'],
  ['/api/v1/areas?level=village', 400, 'badParameter', '参数 level 应为city、district、street、community、estate、grid、building 之一，收到的是“village”。'],
  ['/api/v1/areas?parent=42', 404, 'unknownArea', '没有编码为“42”的区域，全部区域见 /api/v1/areas。'],
  ['/api/v1/areas/42', 404, 'unknownArea', '没有编码为“42”的区域，全部区域见 /api/v1/areas。'],
  ['/api/v1/buildings/nobody/basket', 404, 'unknownBuilding', '没有编号为“nobody”的楼栋。'],
  ['/api/v1/packs/42', 404, 'unknownArea', '没有编码为“42”的区域，全部区域见 /api/v1/areas。'],
  ['/tiles/roads/8/1/1.pbf', 400, 'badParameter', '参数 layer 应为base、buildings、outlines、places 之一，收到的是“roads”。'],
  ['/tiles/base/x/1/1.pbf', 400, 'badParameter', '参数 z 应为整数，收到的是“x”。'],
  ['/tiles/base/7/1/1.pbf', 404, 'unknownTile', '没有瓦片 base/7/1/1，应为8 ≤ z ≤ 16, 0 ≤ x, y < 2^z。'],
  ['/tiles/base/8/256/1.pbf', 404, 'unknownTile', '没有瓦片 base/8/256/1，应为8 ≤ z ≤ 16, 0 ≤ x, y < 2^z。'],
  ['/tiles/base/8/1/1.pbf?v=0.0.0.0', 404, 'staleVersion', `数据已更新到版本 ${tileVersions.base}，请求的版本 0.0.0.0 已失效，请重新取。`],
]

describe('a bad request is told what is wrong with it', () => {
  test.each(requests)('%s', async (path, status, code, message) => {
    const error = await askError(app, path)
    expect([error.status, error.code]).toEqual([status, code])
    if (message !== '') expect(error.message).toBe(message)
    expect((await askError(app, path, 'en')).message).not.toMatch(/\p{Script=Han}.*\p{Script=Han}{6}/u)
  })

  test('an unknown category is told the known ones', async () => {
    expect((await askError(app, '/api/v1/coverage?category=soup')).message).toMatch(/^没有“soup”这个类别，可用的类别：canteen、restaurant、.*toilet.*。$/)
  })

  test('an empty database says so', async () => {
    expect(await askError(empty.app, '/api/v1/coverage?category=canteen')).toMatchObject({ status: 404, code: 'emptyCity', message: '库里还没有楼栋，请先导入数据。' })
    expect((await (await empty.app.request('/api/v1/meta')).json()) as object).toMatchObject({ empty: true, box: null })
  })
})

describe('a wrong environment stops the start with one sentence', () => {
  const environments: [Record<string, string>, string][] = [
    [{ PORT: 'http' }, 'PORT 应为 0 至 65535 的整数，收到的是“http”。'],
    [{ PORT: '65536' }, 'PORT 应为 0 至 65535 的整数，收到的是“65536”。'],
    [{ PORT: '-1' }, 'PORT 应为 0 至 65535 的整数，收到的是“-1”。'],
    [{ PORT: '' }, 'PORT 应为 0 至 65535 的整数，收到的是“”。'],
    [{ HOST: '' }, 'HOST 不能为空，应为 127.0.0.1（只限本机）、0.0.0.0（所有网卡）或本机的一个地址。'],
    [{ LINLI_DEMO_OPEN: 'no' }, 'LINLI_DEMO_OPEN 应为 0 或 1，收到的是“no”。'],
    [{ LINLI_PUBLIC_BUILDINGS: '' }, 'LINLI_PUBLIC_BUILDINGS 应为 0 或 1，收到的是“”。'],
    [{ LINLI_PROXY: 'true' }, 'LINLI_PROXY 应为 0 或 1，收到的是“true”。'],
    [{ TLS_CERT: join(folder, 'a-file') }, '有 TLS_CERT 就要有 TLS_KEY：证书和私钥两个文件缺一不可。'],
    [{ TLS_KEY: join(folder, 'a-file') }, '有 TLS_KEY 就要有 TLS_CERT：证书和私钥两个文件缺一不可。'],
    [{ TLS_CERT: join(folder, 'no-file'), TLS_KEY: join(folder, 'a-file') }, `TLS_CERT 应为可读的 PEM 文件，“${join(folder, 'no-file')}”读不了（ENOENT）。`],
    [{ TLS_CERT: join(folder, 'a-file'), TLS_KEY: folder }, `TLS_KEY 应为可读的 PEM 文件，“${folder}”读不了（EISDIR）。`],
    [{ TLS_CERT: join(folder, 'no-pem'), TLS_KEY: join(folder, 'no-pem') }, 'TLS_CERT 和 TLS_KEY 应为一对 PEM 格式的证书和私钥，现在不能用：error:0480006C:PEM routines::no start line。'],
    [{ PUBLIC_URL: 'linli.example' }, 'PUBLIC_URL 应为 http:// 或 https:// 开头、不带路径的网址，收到的是“linli.example”。'],
    [{ PUBLIC_URL: 'https://linli.example/map' }, 'PUBLIC_URL 应为 http:// 或 https:// 开头、不带路径的网址，收到的是“https://linli.example/map”。'],
    [{ LINLI_EMBED: 'https://street.example street.example' }, 'LINLI_EMBED 应为允许嵌入的网址，http:// 或 https:// 开头、不带路径，几个之间用空格隔开，收到的是“street.example”。'],
    [{ LINLI_DATA: join(folder, 'a-file') }, `LINLI_DATA 应为可写的文件夹，“${join(folder, 'a-file')}”不能用（不是文件夹 not a folder）。`],
  ]
  test.each(environments)('%o', (variables, message) => {
    const told = (): string => {
      try {
        parseEnvironment({ LINLI_DATA: folder, ...variables })
        return 'accepted'
      } catch (error) {
        return error instanceof StartError ? errorSentence(error.code, error.details, 'zh') : String(error)
      }
    }
    expect(told()).toBe(message)
  })

  test.skipIf(!existsSync('/proc'))('a folder that cannot be made is refused at once (skipped: no /proc)', () => {
    expect(() => parseEnvironment({ LINLI_DATA: '/proc/linli/deeper' })).toThrow('badDataFolder')
  })

  test('folders above the data folder are made too', () => {
    const deep = join(folder, 'one', 'two')
    expect(parseEnvironment({ LINLI_DATA: deep }).dataFolder).toBe(deep)
    expect(existsSync(deep)).toBe(true)
  })

  test('what is not said takes its default', () => {
    expect(parseEnvironment({ LINLI_DATA: folder })).toEqual({ host: '127.0.0.1', port: 8787, dataFolder: folder, publicUrl: 'http://127.0.0.1:8787', publicUrlSaid: false, embedders: [], publicFile: null, openDemo: true, publicBuildings: true, proxy: false, tls: null })
  })

  test('a server for others is no open demonstration, whatever else is said', () => {
    for (const HOST of ['0.0.0.0', '192.168.1.5', '::']) expect(parseEnvironment({ LINLI_DATA: folder, HOST, LINLI_DEMO_OPEN: '1' })).toMatchObject({ host: HOST, openDemo: false })
    expect(parseEnvironment({ LINLI_DATA: folder, LINLI_DEMO_OPEN: '0' }).openDemo).toBe(false)
  })

  test('a port in use ends the process with a sentence and exit code 1', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => { taken.listen(0, '127.0.0.1', () => { const address = taken.address(); resolve(typeof address === 'object' && address ? address.port : 0) }) })
    const { code, err } = await linli([], join(folder, 'in-use'), 'server/main.ts', { PORT: String(port) })
    taken.close()
    expect(code).toBe(1)
    expect(err).toContain(`端口 ${port} 已被占用，请先停掉占用它的程序，或用 PORT=另一个端口 启动。`)
  })
})

describe('a wrong command line ends with a sentence and exit code 1', () => {
  const commands: [string[], string][] = [
    [['improt'], '没有命令“improt”，是不是 import。全部命令：demo import coverage gaps siting hours export verify user device hide-unit edition。'],
    [['zzzzzz'], '没有命令“zzzzzz”。全部命令：demo import coverage gaps siting hours export verify user device hide-unit edition。'],
    [['demo', '--building', '5'], '命令 demo 没有选项 --building，是不是 --buildings。可用的选项：--buildings --seed --replace --json --help。'],
    [['demo', '--buildings', 'many'], '选项 --buildings 应为不小于 1、不超过 2000000 的整数，收到的是“many”。'],
    [['demo', '--buildings'], '选项 --buildings 后面要有值。'],
    [['demo', '--replace=yes'], '选项 --replace 不带值。'],
    [['demo', 'now'], '命令 demo 不认识“now”。'],
    [['user'], '命令 user 后面应为 add list password areas disable enable，收到的是“”。'],
    [['user', 'remove', 'x'], '命令 user 后面应为 add list password areas disable enable，收到的是“remove”。'],
    [['user', 'add'], 'user add 后面要有用户名。'],
    [['user', 'list', 'all'], '命令 user list 不认识“all”。'],
    [['user', 'list'], `${join(folder, 'nothing')} 里还没有数据库，请先运行 demo 或 import。`],
    [['hide-unit'], '命令 hide-unit 缺少选项 ID | --list | --show ID。'],
    [['hide-unit', 'u-1', '--list'], '选项 ID 和 --list 只能给一个。'],
    [['hide-unit', '--show'], '选项 --show 后面要有值。'],
    [['hide-unit', '--list'], `${join(folder, 'nothing')} 里还没有数据库，请先运行 demo 或 import。`],
    [['import'], '命令 import 后面要有至少一个文件或文件夹。'],
    [['import', 'x', '--datum', 'mars'], '选项 --datum 应为wgs84、cgcs2000、gcj02、bd09、EPSG:4491 之一，收到的是“mars”。'],
    [['coverage', '--category', 'canteen'], `${join(folder, 'nothing')} 里还没有数据库，请先运行 demo 或 import。`],
    [['coverage', '--category', 'canteen', '--minutes', 'ten'], '参数 minutes 应为大于 0、不超过 60 的数，收到的是“ten”。'],
    [['gaps'], '缺少参数 category，它应为至少 1 个、至多 64 个字符的文字。'],
  ]
  test('as a process of its own', async () => {
    const [words, message] = commands[0]
    const { code, err, out } = await linli(words, join(folder, 'nothing'))
    expect([code, err.split('\n')[0], out]).toEqual([1, message, ''])
  })

  test.each(commands)('linli %s', async (words, message) => {
    const { code, err, out } = await linliHere(words, join(folder, 'nothing'))
    expect([code, err.split('\n')[0], out]).toEqual([1, message, ''])
  })
})
