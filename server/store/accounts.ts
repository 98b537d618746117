import { roles, type Role } from '../../geodata/contract/exchange.ts'
import type { Connection, Row } from './driver.ts'
import { flag, number, text, word } from './tables/cells.ts'

export type AccountRole = Exclude<Role, 'public'>
export const accountRoles = roles.filter((role) => role !== 'public')

export type Account = {
  key: number; name: string; role: AccountRole
  /** Codes of areas; none: the whole city. */
  areas: string[]
  /** PHC string, see security/password.ts. */
  password: string
  mustChange: boolean; disabled: boolean; created: string; passwordSet: string
}

/** Names are alike without regard to case. Times are ISO. */
export type AccountTable = {
  byName(name: string): Account | null
  byKey(key: number): Account | null
  /** By name. */
  all(): Account[]
  /** Throws a constraint error for a name that is taken. */
  add(account: Pick<Account, 'name' | 'role' | 'areas' | 'password' | 'mustChange'>, at: string): void
  setPassword(key: number, password: string, mustChange: boolean, at: string): void
  setAreas(key: number, areas: readonly string[]): void
  setDisabled(key: number, disabled: boolean): void
}

export function accountTable(connection: Connection): AccountTable {
  const byName = connection.prepare<[string], Row>('SELECT * FROM account WHERE name = ?')
  const byKey = connection.prepare<[number], Row>('SELECT * FROM account WHERE key = ?')
  const all = connection.prepare<[], Row>('SELECT * FROM account ORDER BY name')
  const add = connection.prepare('INSERT INTO account (name, role, areas, password, must_change, created, password_set) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const setPassword = connection.prepare('UPDATE account SET password = ?, must_change = ?, password_set = ? WHERE key = ?')
  const setAreas = connection.prepare('UPDATE account SET areas = ? WHERE key = ?')
  const setDisabled = connection.prepare('UPDATE account SET disabled = ? WHERE key = ?')
  return {
    byName: (name) => accountOf(byName.get(name)),
    byKey: (key) => accountOf(byKey.get(key)),
    all: () => all.all().map(read),
    add: ({ name, role, areas, password, mustChange }, at) => { add.run(name, role, JSON.stringify(areas), password, Number(mustChange), at, at) },
    setPassword: (key, password, mustChange, at) => { setPassword.run(password, Number(mustChange), at, key) },
    setAreas: (key, areas) => { setAreas.run(JSON.stringify(areas), key) },
    setDisabled: (key, disabled) => { setDisabled.run(Number(disabled), key) },
  }
}

const accountOf = (row: Row | undefined): Account | null => (row ? read(row) : null)

function read(row: Row): Account {
  return {
    key: number(row, 'key'), name: text(row, 'name'), role: word(row, 'role', accountRoles), areas: codes(text(row, 'areas')), password: text(row, 'password'),
    mustChange: flag(row, 'must_change'), disabled: flag(row, 'disabled'), created: text(row, 'created'), passwordSet: text(row, 'password_set'),
  }
}

/** Anything but a list of codes is a bug: taken for an empty list it would open the whole city. */
function codes(json: string): string[] {
  const value: unknown = JSON.parse(json)
  if (!Array.isArray(value)) throw new TypeError(`areas of an account: expected a list, got ${json}`)
  return value.map(String)
}
