import type { Connection, Row } from './driver.ts'
import { blob, flag, number, text, textOrNull } from './tables/cells.ts'

/** A screen that shows the wall. `token` is the SHA-256 of what it was given; area null: the whole city. Times are ISO. */
export type DeviceRow = { key: number; name: string; token: Uint8Array; area: string | null; demo: boolean; created: string; seen: string | null }

export type DeviceTable = {
  byToken(token: Uint8Array): DeviceRow | null
  byKey(key: number): DeviceRow | null
  /** Names are alike without regard to case. */
  byName(name: string): DeviceRow | null
  /** By name. */
  all(): DeviceRow[]
  /** Throws a constraint error for a name that is taken. */
  add(device: Omit<DeviceRow, 'key' | 'seen'>): void
  see(key: number, at: string): void
  remove(key: number): void
  removeDemo(): void
}

export function deviceTable(connection: Connection): DeviceTable {
  const byToken = connection.prepare<[Uint8Array], Row>('SELECT * FROM device WHERE token = ?')
  const byKey = connection.prepare<[number], Row>('SELECT * FROM device WHERE key = ?')
  const byName = connection.prepare<[string], Row>('SELECT * FROM device WHERE name = ?')
  const all = connection.prepare<[], Row>('SELECT * FROM device ORDER BY name')
  const add = connection.prepare('INSERT INTO device (name, token, area, demo, created) VALUES (?, ?, ?, ?, ?)')
  const see = connection.prepare('UPDATE device SET seen = ? WHERE key = ?')
  const remove = connection.prepare('DELETE FROM device WHERE key = ?')
  const removeDemo = connection.prepare('DELETE FROM device WHERE demo = 1')
  return {
    byToken: (token) => deviceOf(byToken.get(token)),
    byKey: (key) => deviceOf(byKey.get(key)),
    byName: (name) => deviceOf(byName.get(name)),
    all: () => all.all().map(read),
    add: ({ name, token, area, demo, created }) => { add.run(name, token, area, Number(demo), created) },
    see: (key, at) => { see.run(at, key) },
    remove: (key) => { remove.run(key) },
    removeDemo: () => { removeDemo.run() },
  }
}

const deviceOf = (row: Row | undefined): DeviceRow | null => (row ? read(row) : null)

const read = (row: Row): DeviceRow => ({ key: number(row, 'key'), name: text(row, 'name'), token: blob(row, 'token'), area: textOrNull(row, 'area'), demo: flag(row, 'demo'), created: text(row, 'created'), seen: textOrNull(row, 'seen') })
