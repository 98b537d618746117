import type { Versions } from '../../geodata/model/city.ts'
import type { Connection, Row } from './driver.ts'
import { number, text } from './tables/cells.ts'

const categoryPrefix = 'category:'

export function readVersions(connection: Connection): Versions {
  const rows = connection.prepare<[], Row>('SELECT name, value FROM version ORDER BY name').all()
  const value = new Map(rows.map((row) => [text(row, 'name'), number(row, 'value')]))
  const categories = [...value].filter(([name]) => name.startsWith(categoryPrefix)).map(([name, count]) => [name.slice(categoryPrefix.length), count] as const)
  const of = (name: string): number => value.get(name) ?? 0
  return { geometry: of('geometry'), network: of('network'), residents: of('residents'), labels: of('labels'), places: of('places'), registers: of('registers'), events: of('events'), text: of('text'), categories: Object.fromEntries(categories) }
}

/** Names are those of Versions, and category:<code>. */
export function bumpVersions(connection: Connection, touched: Iterable<string>): void {
  const bump = connection.prepare('INSERT INTO version (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1')
  for (const name of touched) bump.run(name)
}

export const categoryVersion = (code: string): string => categoryPrefix + code
