import { createHash } from 'node:crypto'
import { scenarioBases, type Scenario, type ScenarioBase } from '../../geodata/model/scenario.ts'
import { canonical } from './canonical.ts'
import { translated, type Connection, type Row } from './driver.ts'
import { readIdentity } from './identity.ts'
import { text } from './tables/cells.ts'
import { readVersions } from './versions.ts'

export type ScenarioRow = Scenario & { etag: string; changed: string; by: string }

/**
 * ifMatch null: it is new, and `put` is all of it. put null: remove it. What `put` leaves out stays; its question and steps, when they differ from what stood, are of
 * today's data, and with `recomputed` so are those that stay. `base`: of one that is put back.
 */
export type ScenarioWish = { id: string; put: Partial<Pick<Scenario, 'name' | 'query' | 'steps'>> | null; base?: Scenario['base']; recomputed?: true; ifMatch: string | null; actor: string }
/** scenario: as it stands now, or as it stood when it was removed. known: one of that id is there already. unknown: none is. changed: somebody else was first. full: there are as many as there may be. */
export type ScenarioOutcome = { ok: true; scenario: ScenarioRow } | { ok: false; refusal: 'known' | 'unknown' | 'full' } | { ok: false; refusal: 'changed'; standing: ScenarioRow }

export type ScenarioTable = {
  /** Newest change first. */
  all(): Promise<ScenarioRow[]>
  /** null: there is none. */
  read(id: string): Promise<ScenarioRow | null>
  /** The versions a scenario of the category would be computed against now. */
  base(category: string): Promise<Scenario['base']>
  /** Day (in China) of the newest change of what figures of that category rest on; null: nobody wrote it down. */
  changedOn(what: ScenarioBase, category: string): Promise<string | null>
  /** Throws StoreError. */
  write(wish: ScenarioWish): Promise<ScenarioOutcome>
}

/** `newest`: day of the newest change of what figures rest on. */
export function scenarioTable(connection: Connection, path: string, now: () => Date, most: number, newest: (what: ScenarioBase, category: string) => string | null): ScenarioTable {
  const find = (id: string): ScenarioRow | null => {
    const row = connection.prepare<[string], Row>('SELECT * FROM scenario WHERE id = ?').get(id)
    return row ? scenarioOf(row) : null
  }
  const baseOf = (category: string): Scenario['base'] => {
    const versions = readVersions(connection)
    return Object.fromEntries(scenarioBases.map((what) => [what, what === 'category' ? (versions.categories[category] ?? 0) : versions[what]])) as Record<ScenarioBase, number>
  }
  function inside({ id, put, base, recomputed, ifMatch, actor }: ScenarioWish): ScenarioOutcome {
    const standing = find(id)
    if (ifMatch === null && standing) return { ok: false, refusal: 'known' }
    if (ifMatch !== null && !standing) return { ok: false, refusal: 'unknown' }
    if (standing && standing.etag !== ifMatch) return { ok: false, refusal: 'changed', standing }
    if (!standing && Number(connection.prepare('SELECT count(*) FROM scenario').pluck().get()) >= most) return { ok: false, refusal: 'full' }
    if (!put && standing) {
      connection.prepare('DELETE FROM scenario WHERE id = ?').run(id)
      return { ok: true, scenario: standing }
    }
    const { name, query, steps } = { ...standing, ...put }
    if (name === undefined || query === undefined || steps === undefined) throw new RangeError(`scenario ${id}: expected a name, a question and steps of a new one`)
    const stays = standing && recomputed === undefined && canonical({ query, steps }) === canonical({ query: standing.query, steps: standing.steps })
    connection
      .prepare('INSERT INTO scenario (id, name, query, steps, base, demo, changed, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, steps = excluded.steps, base = excluded.base, demo = excluded.demo, changed = excluded.changed, actor = excluded.actor')
      .run(id, name, JSON.stringify(query), JSON.stringify(steps), JSON.stringify(stays ? standing.base : (base ?? baseOf(query.category))), Number(readIdentity(connection)?.demo ?? false), now().toISOString(), actor)
    const written = find(id)
    if (!written) throw new Error(`scenario ${id} was written and is not there`)
    return { ok: true, scenario: written }
  }
  return {
    all: async () => connection.prepare<[], Row>('SELECT * FROM scenario ORDER BY changed DESC, id').all().map(scenarioOf),
    read: async (id) => find(id),
    base: async (category) => baseOf(category),
    changedOn: async (what, category) => newest(what, category),
    async write(wish) {
      try {
        connection.exec('BEGIN IMMEDIATE')
        const outcome = inside(wish)
        connection.exec(outcome.ok ? 'COMMIT' : 'ROLLBACK')
        return outcome
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK')
        throw translated(path, error)
      }
    },
  }
}

function scenarioOf(row: Row): ScenarioRow {
  const scenario: Scenario = { id: text(row, 'id'), name: text(row, 'name'), query: held(row, 'query'), steps: held(row, 'steps'), base: held(row, 'base') }
  return { ...scenario, etag: `"${createHash('sha256').update(canonical(scenario)).digest().subarray(0, 16).toString('base64url')}"`, changed: text(row, 'changed'), by: text(row, 'actor') }
}

/** Only this table writes it, from values of that type. */
function held<V>(row: Row, column: string): V {
  return JSON.parse(text(row, column)) as V
}
