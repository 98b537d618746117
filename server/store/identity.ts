import type { CityIdentity } from '../../geodata/model/city.ts'
import type { Connection, Row } from './driver.ts'
import { flag, text, textOrNull, word } from './tables/cells.ts'

/** null: nothing was ever loaded. */
export function readIdentity(connection: Connection): CityIdentity | null {
  const row = connection.prepare<[], Row>('SELECT * FROM city').get()
  if (!row) return null
  return {
    name: text(row, 'name'), demo: flag(row, 'demo'), coding: word(row, 'coding', ['statistical', 'text']), attribution: text(row, 'attribution'),
    mapApproval: text(row, 'map_approval'), sourceDate: textOrNull(row, 'source_date'),
  }
}

export function writeIdentity(connection: Connection, city: CityIdentity): void {
  connection
    .prepare('INSERT OR REPLACE INTO city (only, name, demo, coding, attribution, map_approval, source_date) VALUES (1, ?, ?, ?, ?, ?, ?)')
    .run(city.name, Number(city.demo), city.coding, city.attribution, city.mapApproval, city.sourceDate)
}
