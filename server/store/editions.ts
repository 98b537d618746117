import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Edition, EditionKey } from '../../geodata/model/edition.ts'
import { isConstraintError, translated, type Connection, type Row } from './driver.ts'
import { blob, number, text, textOrNull } from './tables/cells.ts'

/** Headers go out with the answer; the body is compressed with gzip. */
export type EditionPart = { key: EditionKey; headers: Readonly<Record<string, string>>; body: Uint8Array }

export type EditionRow = Edition & { /** SHA-256, hex. */ digest: string }

/** Editions of the database; there is no way to change or remove one. */
export type EditionTable = {
  /** Newest first. */
  all(): Promise<EditionRow[]>
  /** By id; null: there is none. */
  find(id: string): Promise<EditionRow | null>
  /** By name, capitals alike. */
  named(name: string): Promise<EditionRow | null>
  /** null: the edition holds no such answer. damaged: what is there is not what was frozen. */
  part(id: string, key: EditionKey): Promise<EditionPart | 'damaged' | null>
  /** Whether every answer, and all that is said of the edition, still is what was frozen. Others have their turn while it reads. */
  sound(id: string): Promise<boolean>
  /** Whole or not at all; false: the name is taken. Throws StoreError. */
  add(edition: Edition, parts: readonly EditionPart[]): Promise<boolean>
}

export function editionTable(connection: Connection, path: string): EditionTable {
  const where = 'edition = ? AND kind = ? AND subject = ? AND area = ? AND language = ?'
  const find = (id: string): EditionRow | null => {
    const row = connection.prepare<[string], Row>('SELECT * FROM edition WHERE id = ?').get(id)
    return row ? editionOf(row) : null
  }
  return {
    all: async () => connection.prepare<[], Row>('SELECT * FROM edition ORDER BY frozen DESC, id').all().map(editionOf),
    find: async (id) => find(id),
    async named(name) {
      const row = connection.prepare<[string], Row>('SELECT * FROM edition WHERE name = ?').get(name)
      return row ? editionOf(row) : null
    },
    async part(id, { kind, subject, area, language }) {
      const row = connection.prepare<string[], Row>(`SELECT * FROM edition_part WHERE ${where}`).get(id, kind, subject, area, language)
      return row ? partOf(row) : null
    },
    async sound(id) {
      const edition = find(id)
      if (!edition) return false
      const seal = sealOf(edition)
      // Keys first: nothing is added to an edition meanwhile, and no cursor stays open while others have their turn.
      const keys = connection.prepare<[string], number>('SELECT key FROM edition_part WHERE edition = ? ORDER BY key').pluck().all(id)
      const one = connection.prepare<[number], Row>('SELECT * FROM edition_part WHERE key = ?')
      let answers = 0, since = 0
      for (const key of keys) {
        const row = one.get(key)
        if (!row || partOf(row) === 'damaged') return false
        seal.update(blob(row, 'digest'))
        answers++
        since += blob(row, 'body').length
        if (since < turnBytes) continue
        since = 0
        await setImmediate()
      }
      return answers === edition.answers && seal.digest('hex') === edition.digest
    },
    async add(edition, parts) {
      try {
        connection.exec('BEGIN IMMEDIATE')
        const seal = sealOf(edition)
        const insert = connection.prepare('INSERT INTO edition_part (edition, kind, subject, area, language, headers, digest, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
        for (const { key: { kind, subject, area, language }, headers, body } of parts) {
          const told = JSON.stringify(headers), digest = digestOf([edition.id, kind, subject, area, language, told], body)
          insert.run(edition.id, kind, subject, area, language, told, digest, body)
          seal.update(digest)
        }
        connection.prepare(`INSERT INTO edition (${[...columns, 'digest'].join(', ')}) VALUES (${[...columns, 'digest'].map(() => '?').join(', ')})`).run(...said(edition), seal.digest())
        connection.exec('COMMIT')
        return true
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK')
        if (isConstraintError(error)) return false
        throw translated(path, error)
      }
    },
  }
}

/** Read and hashed in about 1 ms. */
const turnBytes = 200_000

const columns = ['id', 'name', 'month', 'day', 'frozen', 'actor', 'note', 'software', 'catalogue', 'data', 'geometry', 'areas', 'answers', 'bytes'] as const

/** What is said of an edition, in the order of the columns. */
const said = ({ id, name, month, day, frozen, by, note, software, catalogue, data, geometry, areas, answers, bytes }: Edition) => [id, name, month, day, frozen, by, note, software, catalogue, data, geometry, areas, answers, bytes]

/** To which the digests of the parts are added. */
const sealOf = (edition: Edition) => createHash('sha256').update(JSON.stringify(said(edition)))

const digestOf = (named: readonly string[], body: Uint8Array): Buffer => createHash('sha256').update(JSON.stringify(named)).update(body).digest()

const editionOf = (row: Row): EditionRow => ({
  id: text(row, 'id'), name: text(row, 'name'), month: textOrNull(row, 'month'), day: text(row, 'day'), frozen: text(row, 'frozen'), by: text(row, 'actor'), note: text(row, 'note'), software: text(row, 'software'),
  catalogue: text(row, 'catalogue'), data: text(row, 'data'), geometry: text(row, 'geometry'), areas: number(row, 'areas'), answers: number(row, 'answers'), bytes: number(row, 'bytes'), digest: Buffer.from(blob(row, 'digest')).toString('hex'),
})

/** The digest is over the row as it stands, so that a body that was moved to another area or edition is found as well. */
function partOf(row: Row): EditionPart | 'damaged' {
  const named = ['edition', 'kind', 'subject', 'area', 'language', 'headers'].map((name) => text(row, name)), body = blob(row, 'body')
  if (!digestOf(named, body).equals(blob(row, 'digest'))) return 'damaged'
  const [, kind, subject, area, language, headers] = named
  return { key: { kind, subject, area, language } as EditionKey, headers: JSON.parse(headers) as Record<string, string>, body }
}
