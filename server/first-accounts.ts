import type { AccountRole } from './store/accounts.ts'
import type { AccountStore } from './store/open-accounts.ts'
import { StoreError } from './store/store-error.ts'
import type { Store } from './store/store.ts'
import { hashPassword, usualCost, type HashCost } from './security/password.ts'
import { oneTimePassword } from './security/password-rules.ts'

/** An account nobody has asked for, with the password that is told now and never again. */
export type FirstAccount = { name: string; role: AccountRole; areas: string[]; password: string; mustChange: boolean }

export type Settled = { made: FirstAccount[]; /** Names of accounts that are disabled from now on. */ retired: string[] }

type Wish = Pick<FirstAccount, 'name' | 'role' | 'areas' | 'mustChange'>

const demoPrefix = 'demo-'
/** Communities that the editor of the demonstration has. */
const demoEditorAreas = 2

/**
 * Sees to it that someone can log in. A demonstration has one account of each role, made when it is `planted` or when it has no
 * administrator; a real city without an administrator is given one, the accounts of a demonstration that stood there before are disabled and its screens removed.
 */
export async function settleAccounts(store: AccountStore, city: Pick<Store, 'areas'>, { planted = false, cost = usualCost }: { planted?: boolean; cost?: HashCost } = {}): Promise<Settled> {
  const { accounts, sessions, devices, later } = store
  const enabled = accounts.all().filter(({ disabled }) => !disabled)
  const demo = store.demo()
  const retiring = demo ? [] : enabled.filter(({ name }) => name.startsWith(demoPrefix))
  const orphaned = !enabled.some((account) => account.role === 'administrator' && !retiring.includes(account))
  const wishes = demo ? (planted || orphaned ? await demoWishes(city) : []) : orphaned ? [administrator] : []
  // A name someone uses is left to them.
  const open = wishes.filter(({ name }) => accounts.byName(name)?.disabled !== false && !(name === administrator.name && accounts.byName(name)))
  const made = await Promise.all(open.map(async (wish) => {
    const password = oneTimePassword(wish.name)
    return { ...wish, password, hash: await hashPassword(password, cost) }
  }))
  const screens = !demo && devices.all().some((device) => device.demo)
  if (made.length === 0 && retiring.length === 0 && !screens) return { made: [], retired: [] }

  const told: FirstAccount[] = []
  const written = await later.soon(() => {
    told.length = 0
    const at = new Date().toISOString()
    // Whoever could open the invented city on a screen was not asked about a real one.
    if (screens) devices.removeDemo()
    for (const { key } of retiring) {
      accounts.setDisabled(key, true)
      sessions.removeOfAccount(key)
    }
    for (const { hash, ...account } of made) {
      const before = accounts.byName(account.name)
      // Another process may have made it in the meantime, and told its password.
      if (before && !before.disabled) continue
      if (before) {
        accounts.setPassword(before.key, hash, account.mustChange, at)
        accounts.setAreas(before.key, account.areas)
        accounts.setDisabled(before.key, false)
      } else accounts.add({ ...account, password: hash }, at)
      told.push(account)
    }
  })
  if (!written) throw new StoreError('databaseBusy', { path: store.path })
  return { made: told, retired: retiring.map(({ name }) => name) }
}

/** What is said of them, once. */
export function accountLines({ made, retired }: Settled): string[] {
  const width = Math.max(0, ...made.map(({ name }) => name.length))
  return [
    ...(made.length === 0 ? [] : ['账号口令只显示这一次；忘了用 npm run linli -- user password 名字 换新的。 Passwords are shown this once; npm run linli -- user password NAME makes a new one.']),
    ...made.map(({ name, password, mustChange }) => `  ${name.padEnd(width)}  ${password}${mustChange ? '  （首次登录要修改 to be changed at first log-in）' : ''}`),
    ...(made.some(({ name }) => name.startsWith(demoPrefix)) ? ['服务器只在本机监听时，查看示意城市不需要登录。 While the server listens on this machine only, looking at the demonstration needs no log-in.'] : []),
    ...(retired.length === 0 ? [] : [`示意城市的账号已停用：${retired.join('、')}。 The accounts of the demonstration are disabled.`]),
  ]
}

const administrator: Wish = { name: 'admin', role: 'administrator', areas: [], mustChange: true }

async function demoWishes(city: Pick<Store, 'areas'>): Promise<Wish[]> {
  const communities: string[] = []
  for await (const { code, level } of city.areas()) if (level === 'community' && communities.length < demoEditorAreas) communities.push(code)
  const wish = (role: AccountRole, areas: string[] = []): Wish => ({ name: `${demoPrefix}${role}`, role, areas, mustChange: false })
  return [wish('leader'), wish('planner'), wish('editor', communities), wish('administrator')]
}
