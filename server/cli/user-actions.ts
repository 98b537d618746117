import { readFileSync } from 'node:fs'
import { Refusal } from '../answers/refusal.ts'
import { nameHash } from '../security/lockout.ts'
import { hashPassword, usualCost } from '../security/password.ts'
import { brokenRule, oneTimePassword } from '../security/password-rules.ts'
import { accountRoles, type Account, type AccountRole } from '../store/accounts.ts'
import type { AccountStore } from '../store/open-accounts.ts'
import { CommandError, type Values } from './command.ts'
import { nearestName } from './nearest-name.ts'
import { written } from './with-accounts.ts'

/** One of the things that can be done with accounts: what is answered as JSON, and as lines. */
export type UserAction = (store: AccountStore, name: string, values: Values) => Promise<{ value: unknown; lines: string[] }>

export const addUser: UserAction = async (store, name, values) => {
  if (!/^[A-Za-z0-9\p{Script=Han}\-_.]{2,40}$/u.test(name)) throw new CommandError('badName', { found: name })
  const role = roleOf(values)
  const areas = areasOf(store, values)
  if (areas === null && role === 'editor') throw new CommandError('editorNeedsAreas', {})
  const { accounts } = store
  const taken = (): Account | null => accounts.byName(name)
  const refuseTaken = (found: Account | null): void => { if (found) throw new CommandError('nameTaken', { found: found.name, role: found.role }) }
  refuseTaken(taken())
  const { hash, told, mustChange } = await newPassword(name, values)
  await written(store, () => {
    refuseTaken(taken())
    accounts.add({ name, role, areas: areas ?? [], password: hash, mustChange }, now())
    note(store, 'userAdd', name)
  })
  return { value: { ...shown(store, known(store, name)), ...told }, lines: [`新增了 ${name}（${role}，${areaWords(store, areas ?? [])}）`, ...passwordLines(told)] }
}

export const listUsers: UserAction = async (store) => {
  const accounts = store.accounts.all()
  const width = Math.max(0, ...accounts.map(({ name }) => name.length))
  const state = ({ disabled, mustChange }: Account): string => (disabled ? '已停用 disabled' : mustChange ? '待改口令 password to be changed' : '可用 enabled')
  return { value: { accounts: accounts.map((account) => shown(store, account)) }, lines: accounts.map((account) => `${account.name.padEnd(width)}  ${account.role.padEnd(13)}  ${state(account)}  ${areaWords(store, account.areas)}`) }
}

export const changePassword: UserAction = async (store, name, values) => {
  const account = known(store, name)
  const { hash, told, mustChange } = await newPassword(account.name, values)
  await written(store, () => {
    store.accounts.setPassword(account.key, hash, mustChange, now())
    store.sessions.removeOfAccount(account.key)
    store.failures.remove(nameHash(account.name))
    note(store, 'userPassword', account.name)
  })
  return { value: { ...shown(store, known(store, name)), ...told }, lines: [`${account.name} 的口令换好了，登录都已结束`, ...passwordLines(told)] }
}

export const changeAreas: UserAction = async (store, name, values) => {
  const account = known(store, name)
  const areas = areasOf(store, values)
  if (areas === null) throw new CommandError('missingOption', { command: 'user areas', option: '--areas' })
  await written(store, () => {
    store.accounts.setAreas(account.key, areas)
    note(store, 'userAreas', account.name)
  })
  return { value: shown(store, known(store, name)), lines: [`${account.name}：${areaWords(store, areas)}`] }
}

export const disable: UserAction = async (store, name) => {
  const account = known(store, name)
  await written(store, () => {
    const others = store.accounts.all().some((one) => one.role === 'administrator' && !one.disabled && one.key !== account.key)
    if (account.role === 'administrator' && !account.disabled && !others) throw new CommandError('lastAdministrator', { found: account.name })
    store.accounts.setDisabled(account.key, true)
    store.sessions.removeOfAccount(account.key)
    note(store, 'userDisable', account.name)
  })
  return { value: shown(store, known(store, name)), lines: [`${account.name} 已停用，登录都已结束`] }
}

export const enable: UserAction = async (store, name) => {
  const account = known(store, name)
  await written(store, () => {
    store.accounts.setDisabled(account.key, false)
    store.failures.remove(nameHash(account.name))
    note(store, 'userEnable', account.name)
  })
  return { value: shown(store, known(store, name)), lines: [`${account.name} 可以登录了`] }
}

function known(store: AccountStore, name: string): Account {
  const account = store.accounts.byName(name)
  if (!account) throw new CommandError('unknownAccount', { found: name, nearestName: nearestName(name, store.accounts.all().map((one) => one.name)) })
  return account
}

function roleOf(values: Values): AccountRole {
  const found = values['role']
  if (found === undefined) throw new CommandError('missingOption', { command: 'user add', option: '--role' })
  const role = accountRoles.find((one) => one === found)
  if (role === undefined) throw new CommandError('badOption', { option: '--role', expected: accountRoles.join(' '), found: String(found) })
  return role
}

/** Empty: the whole city; null: nothing was said. */
function areasOf(store: AccountStore, values: Values): string[] | null {
  const found = values['areas']
  if (typeof found !== 'string') return null
  if (found === 'all') return []
  const codes = [...new Set(found.split(/[,，]/).map((code) => code.trim()).filter((code) => code !== ''))]
  for (const code of codes) if (store.areaName(code) === null) throw new Refusal('unknownArea', { parameter: 'areas', found: code })
  // Nothing but commas would otherwise open the whole city.
  if (codes.length === 0) throw new Refusal('unknownArea', { parameter: 'areas', found })
  return codes
}

type NewPassword = { hash: string; mustChange: boolean; told: { password?: string } }

async function newPassword(name: string, values: Values): Promise<NewPassword> {
  const given = values['password-stdin'] === true ? readFileSync(0, 'utf8').split(/\r?\n/)[0] : null
  if (given === '') throw new CommandError('noPassword', {})
  const rule = given === null ? null : brokenRule(given, name)
  if (rule) throw new Refusal('weakPassword', {}, { kind: 'password', rule })
  const password = given ?? oneTimePassword(name)
  return { hash: await hashPassword(password, usualCost), mustChange: given === null, told: given === null ? { password } : {} }
}

const passwordLines = ({ password }: NewPassword['told']): string[] => (password === undefined ? [] : [`一次性口令（只显示这一次，首次登录要修改） one-time password, shown once, to be changed at first log-in:`, `  ${password}`])

const shown = (store: AccountStore, { name, role, areas, disabled, mustChange, created, passwordSet }: Account) =>
  ({ name, role, areas: areas.map((code) => ({ code, name: store.areaName(code) ?? code })), disabled, mustChangePassword: mustChange, created, passwordSet })

const areaWords = (store: AccountStore, areas: readonly string[]): string => (areas.length === 0 ? '全市 whole city' : areas.map((code) => `${store.areaName(code) ?? ''} ${code}`.trim()).join('、'))

const note = (store: AccountStore, action: string, subject: string): void => store.audit.add({ at: now(), account: 'linli user', action, subject, outcome: 'done' })

const now = (): string => new Date().toISOString()
