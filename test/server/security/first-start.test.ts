import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { accountLines, settleAccounts } from '../../../server/first-accounts.ts'
import { openAccounts } from '../../../server/store/open-accounts.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { verifyPassword } from '../../../server/security/password.ts'
import { cheapCost, testPassword } from '../../tools/accounts.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { linliHere } from '../../tools/linli-here.ts'
import type { Ran } from '../../tools/linli.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const cost = cheapCost

async function opened(city: 'demo' | 'real') {
  const path = join(temporaryFolder(), 'linli.sqlite')
  const store = await openStore(path)
  const real = { identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: true }
  const demo = { ...real, identity: { ...smallIdentity, demo: true } }
  await store.load(city === 'demo' ? demo : real)
  return { store, real, demo, accounts: openAccounts(path, (error) => { throw error }) }
}

describe('the first start', () => {
  test('of a real city makes one administrator with a one-time password, once', async () => {
    const { store, accounts } = await opened('real')
    const settled = await settleAccounts(accounts, store, { cost })
    expect(settled).toMatchObject({ made: [{ name: 'admin', role: 'administrator', areas: [], mustChange: true }], retired: [] })
    const admin = accounts.accounts.byName('admin')
    expect([await verifyPassword(settled.made[0].password, admin?.password ?? ''), admin?.mustChange]).toEqual([true, true])
    expect(accountLines(settled).filter((line) => line.includes(settled.made[0].password))).toHaveLength(1)
    expect(await settleAccounts(accounts, store, { cost })).toEqual({ made: [], retired: [] })
    expect(accountLines({ made: [], retired: [] })).toEqual([])
  })

  test('of a demonstration makes one account of each role, ready to use, the editor with two communities', async () => {
    const { store, accounts } = await opened('demo')
    const { made } = await settleAccounts(accounts, store, { planted: true, cost })
    expect(made.map(({ name, role, mustChange, areas }) => [name, role, mustChange, areas.length])).toEqual([
      ['demo-leader', 'leader', false, 0], ['demo-planner', 'planner', false, 0], ['demo-editor', 'editor', false, 2], ['demo-administrator', 'administrator', false, 0],
    ])
    for (const code of made[2].areas) expect((await store.area(code))?.level).toBe('community')
    expect(new Set(made.map(({ password }) => password)).size).toBe(4)
    expect(accounts.accounts.byName('admin')).toBe(null)
    expect(await settleAccounts(accounts, store, { planted: true, cost })).toEqual({ made: [], retired: [] })
  })

  test('two at once make one administrator, and one of them tells the password', async () => {
    const { store, accounts } = await opened('real')
    const other = openAccounts(accounts.path, (error) => { throw error })
    const settled = await Promise.all([settleAccounts(accounts, store, { cost }), settleAccounts(other, store, { cost })])
    expect(settled.flatMap(({ made }) => made)).toHaveLength(1)
    expect(await verifyPassword(settled.flatMap(({ made }) => made)[0].password, accounts.accounts.byName('admin')?.password ?? '')).toBe(true)
    other.close()
  })

  test('after a real city took the place of the demonstration disables its accounts, ends their sessions, and makes an administrator', async () => {
    const { store, accounts, real, demo } = await opened('demo')
    await settleAccounts(accounts, store, { planted: true, cost })
    await store.load(real)
    const settled = await settleAccounts(accounts, store, { cost })
    expect([settled.made.map(({ name }) => name), settled.retired.toSorted()]).toEqual([['admin'], ['demo-administrator', 'demo-editor', 'demo-leader', 'demo-planner']])
    expect(accounts.accounts.all().filter(({ disabled }) => !disabled).map(({ name }) => name)).toEqual(['admin'])
    // Planted again, they are ready again, with other passwords.
    await store.load(demo)
    expect((await settleAccounts(accounts, store, { planted: true, cost })).made).toHaveLength(4)
    expect(accounts.accounts.all().filter(({ disabled }) => disabled)).toEqual([])
  })

  test('leaves alone an administrator who was disabled on purpose', async () => {
    const { store, accounts } = await opened('real')
    await settleAccounts(accounts, store, { cost })
    await accounts.later.soon(() => accounts.accounts.setDisabled(accounts.accounts.byName('admin')?.key ?? 0, true))
    expect(await settleAccounts(accounts, store, { cost })).toEqual({ made: [], retired: [] })
  })
})

describe('linli user', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'linli.sqlite')

  /** In a process of its own where something is typed. */
  const user = (words: readonly string[], typed = ''): Promise<Ran> => (words.includes('--password-stdin') ? typing(words, typed) : linliHere(['user', ...words, '--json'], folder))
  const typing = (words: readonly string[], typed: string): Promise<Ran> => new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['server/cli/main.ts', 'user', ...words, '--json'], { cwd: root, env: { ...process.env, LINLI_DATA: folder }, stdio: 'pipe' })
    let out = '', err = ''
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString() })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }))
    child.stdin.end(typed)
  })
  const told = async (words: readonly string[], typed = ''): Promise<Record<string, unknown>> => JSON.parse((await user(words, typed)).out) as Record<string, unknown>
  const message = async (words: readonly string[], typed = ''): Promise<unknown> => ((await told(words, typed))['error'] as { message: string }).message

  test('adds, lists, changes and disables accounts; each new password is told once and holds', async () => {
    const store = await openStore(path)
    await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
    const accounts = openAccounts(path, (error) => { throw error })
    const added = await told(['add', '王芳', '--role', 'editor', '--areas', '110105001001'])
    expect(added).toMatchObject({ name: '王芳', role: 'editor', areas: [{ code: '110105001001' }], disabled: false, mustChangePassword: true })
    expect(await verifyPassword(String(added['password']), accounts.accounts.byName('王芳')?.password ?? '')).toBe(true)

    expect(await told(['add', 'boss', '--role', 'administrator', '--password-stdin'], `${testPassword}\n`)).toMatchObject({ mustChangePassword: false, areas: [] })
    expect(JSON.stringify(await told(['list']))).not.toContain('argon2')
    expect(await told(['areas', '王芳', '--areas', '110105001,110105001001'])).toMatchObject({ areas: [{ code: '110105001' }, { code: '110105001001' }] })
    const renewed = await told(['password', '王芳'])
    expect(await verifyPassword(String(renewed['password']), accounts.accounts.byName('王芳')?.password ?? '')).toBe(true)
    expect(await told(['disable', '王芳'])).toMatchObject({ disabled: true })
    expect(await told(['enable', '王芳'])).toMatchObject({ disabled: false })

    const refused: [words: string[], typed: string, message: string][] = [
      [['add', '王芳', '--role', 'leader'], '', '已经有用户“王芳”（editor）。'],
      [['add', 'BOSS', '--role', 'leader'], '', '已经有用户“boss”（administrator）。'],
      [['add', 'x', '--role', 'leader'], '', '用户名应为 2 至 40 个字母、数字、汉字或 - _ .，收到的是“x”。'],
      [['add', 'a b', '--role', 'leader'], '', '用户名应为 2 至 40 个字母、数字、汉字或 - _ .，收到的是“a b”。'],
      [['add', '<b>', '--role', 'leader'], '', '用户名应为 2 至 40 个字母、数字、汉字或 - _ .，收到的是“<b>”。'],
      [['add', 'li'], '', '命令 user add 缺少选项 --role。'],
      [['add', 'li', '--role', 'public'], '', '选项 --role 应为leader planner editor administrator，收到的是“public”。'],
      [['add', 'li', '--role', 'editor'], '', '数据员要有负责的区域：--areas 编码,编码；确要全市，写 --areas all。'],
      [['add', 'li', '--role', 'editor', '--areas', '42'], '', '没有编码为“42”的区域，全部区域见 /api/v1/areas。'],
      [['add', 'li', '--role', 'editor', '--areas', ','], '', '没有编码为“,”的区域，全部区域见 /api/v1/areas。'],
      [['add', 'li', '--role', 'leader', '--password-stdin'], '', '标准输入里没有口令。'],
      [['add', 'li', '--role', 'leader', '--password-stdin'], 'short', '新口令应至少有 8 个字符。'],
      [['password', 'wang'], '', '没有用户“wang”。'],
      [['password', 'bos'], '', '没有用户“bos”，是不是 boss。'],
      [['areas', 'boss'], '', '命令 user areas 缺少选项 --areas。'],
      [['disable', 'boss'], '', '“boss”是最后一个可用的管理员，不能停用。'],
    ]
    for (const [words, typed, sentence] of refused) expect([words.join(' '), await message(words, typed)]).toEqual([words.join(' '), sentence])
    expect(accounts.accounts.all().map(({ name }) => name)).toEqual(['boss', '王芳'])
    expect(accounts.audit.latest(10).map(({ account, action, subject }) => [account, action, subject]).reverse()).toEqual([
      ['linli user', 'userAdd', '王芳'], ['linli user', 'userAdd', 'boss'], ['linli user', 'userAreas', '王芳'], ['linli user', 'userPassword', '王芳'], ['linli user', 'userDisable', '王芳'], ['linli user', 'userEnable', '王芳'],
    ])
    accounts.close()
    store.close()
  }, 240_000)
})
