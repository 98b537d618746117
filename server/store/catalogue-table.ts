import { metrics, profileCodes, ruleCodes, type Catalogue, type CatalogueChoice, type Category, type MeetingRule, type ServiceItem, type Slot, type Standard } from '../../geodata/model/catalogue.ts'
import { groups } from '../../geodata/model/facility.ts'
import type { HolidayYear } from '../../geodata/model/holidays.ts'
import type { Wish } from '../../geodata/model/venue.ts'
import type { Connection, Row } from './driver.ts'
import { flag, number, text, word } from './tables/cells.ts'

/** Replaces the stored rows; returns whether anything differs from before. */
export function writeCatalogue(connection: Connection, catalogue: Catalogue): boolean {
  if (JSON.stringify(readCatalogue(connection)) === JSON.stringify(catalogue)) return false
  for (const table of ['standard', 'category', 'profile', 'rule_value', 'catalogue_row', 'catalogue']) connection.exec(`DELETE FROM ${table}`)
  connection.prepare('INSERT INTO catalogue (only, version) VALUES (1, ?)').run(catalogue.version)
  const category = connection.prepare('INSERT INTO category (code, rank, name, name_en, default_group, glyph, colour, minutes, source, confirmed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  catalogue.categories.forEach((row, rank) =>
    category.run(row.code, rank, row.name, row.nameEn, row.defaultGroup, row.glyph, row.colour, JSON.stringify(row.minutes), row.source, Number(row.confirmed)))
  const profile = connection.prepare('INSERT INTO profile (code, rank, name, name_en, metres_per_second, steps, source, confirmed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  catalogue.profiles.forEach((row, rank) => profile.run(row.code, rank, row.name, row.nameEn, row.metresPerSecond, Number(row.steps), row.source, Number(row.confirmed)))
  const standard = connection.prepare('INSERT INTO standard (code, rank, category, name, tier_minutes, metric, limit_metres, source, confirmed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  catalogue.standards.forEach((row, rank) =>
    standard.run(row.code, rank, row.category, row.name, row.tierMinutes, row.metric, row.limitMetres, row.source, Number(row.confirmed)))
  const rule = connection.prepare('INSERT INTO rule_value (code, rank, name, value, unit, source, confirmed) VALUES (?, ?, ?, ?, ?, ?, ?)')
  catalogue.rules.forEach((row, rank) => rule.run(row.code, rank, row.name, row.value, row.unit, row.source, Number(row.confirmed)))
  const insert = connection.prepare('INSERT INTO catalogue_row (list, code, rank, body) VALUES (?, ?, ?, ?)')
  const list = <R>(name: string, rows: readonly R[], codeOf: (row: R) => string): void => rows.forEach((row, rank) => insert.run(name, codeOf(row), rank, JSON.stringify(row)))
  list('slots', catalogue.slots, (row) => row.code)
  list('serviceItems', catalogue.serviceItems, (row) => row.code)
  list('meetingRules', catalogue.meetingRules, (row) => row.kind)
  list('choices', catalogue.choices, (row) => row.code)
  list('holidays', catalogue.holidays, (row) => String(row.year))
  list('wishes', catalogue.wishes, (row) => row.code)
  return true
}

/** null: none stored yet. */
export function readCatalogue(connection: Connection): Catalogue | null {
  const head = connection.prepare<[], Row>('SELECT version FROM catalogue').get()
  if (!head) return null
  const rows = (table: string): Row[] => connection.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY rank`).all()
  // Only writeCatalogue fills them, with rows of these types.
  const bodies = <R>(list: string): R[] => connection.prepare<[string], Row>('SELECT body FROM catalogue_row WHERE list = ? ORDER BY rank').all(list).map((row) => JSON.parse(text(row, 'body')) as R)
  return {
    version: text(head, 'version'),
    categories: rows('category').map(category),
    profiles: rows('profile').map((row) => ({
      code: word(row, 'code', profileCodes), name: text(row, 'name'), nameEn: text(row, 'name_en'), metresPerSecond: number(row, 'metres_per_second'), steps: flag(row, 'steps'), ...receipt(row),
    })),
    standards: rows('standard').map(standard),
    slots: bodies<Slot>('slots'), serviceItems: bodies<ServiceItem>('serviceItems'), meetingRules: bodies<MeetingRule>('meetingRules'), choices: bodies<CatalogueChoice>('choices'),
    rules: rows('rule_value').map((row) => ({ code: word(row, 'code', ruleCodes), name: text(row, 'name'), value: number(row, 'value'), unit: text(row, 'unit'), ...receipt(row) })),
    holidays: bodies<HolidayYear>('holidays'), wishes: bodies<Wish>('wishes'),
  }
}

const receipt = (row: Row): { source: string; confirmed: boolean } => ({ source: text(row, 'source'), confirmed: flag(row, 'confirmed') })

function category(row: Row): Category {
  const minutes: unknown = JSON.parse(text(row, 'minutes'))
  return {
    code: text(row, 'code'), name: text(row, 'name'), nameEn: text(row, 'name_en'), defaultGroup: word(row, 'default_group', groups), glyph: text(row, 'glyph'), colour: number(row, 'colour'),
    minutes: Array.isArray(minutes) ? minutes.map(Number) : [], ...receipt(row),
  }
}

function standard(row: Row): Standard {
  const tier = ([5, 10, 15] as const).find((minutes) => minutes === number(row, 'tier_minutes'))
  if (tier === undefined) throw new TypeError(`standard ${text(row, 'code')} has no tier`)
  return { code: text(row, 'code'), category: text(row, 'category'), name: text(row, 'name'), tierMinutes: tier, metric: word(row, 'metric', metrics), limitMetres: number(row, 'limit_metres'), ...receipt(row) }
}
