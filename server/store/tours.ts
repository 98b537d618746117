import { createHash } from 'node:crypto'
import type { Tour } from '../../geodata/model/tour.ts'
import { canonical } from './canonical.ts'
import { translated, type Connection, type Row } from './driver.ts'
import { text } from './tables/cells.ts'

export type TourRow = Tour & { etag: string; changed: string; by: string }

/** tour null: remove it. ifMatch null: it is new. `planted`: it goes with the demonstration city. */
export type TourWish = { id: string; tour: Tour | null; ifMatch: string | null; actor: string; planted?: boolean }
/** known: one of that id is there already. unknown: none is. changed: somebody else was first. full: there are as many as there may be. */
export type TourOutcome = { ok: true; tour: TourRow | null } | { ok: false; refusal: 'known' | 'unknown' | 'full' } | { ok: false; refusal: 'changed'; standing: TourRow }

export type TourTable = {
  /** By name. */
  all(): Promise<TourRow[]>
  /** Another one after every change; '' while there is none. */
  version(): Promise<string>
  /** Throws StoreError. */
  write(wish: TourWish): Promise<TourOutcome>
}

export function tourTable(connection: Connection, path: string, now: () => Date, most: number): TourTable {
  const find = (id: string): TourRow | null => {
    const row = connection.prepare<[string], Row>('SELECT * FROM tour WHERE id = ?').get(id)
    return row ? tourOf(row) : null
  }
  function inside({ id, tour, ifMatch, actor, planted = false }: TourWish): TourOutcome {
    const standing = find(id)
    if (ifMatch === null && standing) return { ok: false, refusal: 'known' }
    if (ifMatch !== null && !standing) return { ok: false, refusal: 'unknown' }
    if (standing && standing.etag !== ifMatch) return { ok: false, refusal: 'changed', standing }
    if (!standing && Number(connection.prepare('SELECT count(*) FROM tour').pluck().get()) >= most) return { ok: false, refusal: 'full' }
    if (!tour) connection.prepare('DELETE FROM tour WHERE id = ?').run(id)
    // What an editor has made their own stays when the demonstration goes.
    else connection.prepare('INSERT INTO tour (id, name, steps, planted, changed, actor) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, steps = excluded.steps, planted = excluded.planted, changed = excluded.changed, actor = excluded.actor').run(id, tour.name, JSON.stringify(tour.steps), Number(planted), now().toISOString(), actor)
    return { ok: true, tour: find(id) }
  }
  return {
    all: async () => connection.prepare<[], Row>('SELECT * FROM tour ORDER BY name, id').all().map(tourOf),
    version: async () => {
      const [count, changed] = connection.prepare<[], (string | number | null)[]>('SELECT count(*), max(changed) FROM tour').raw().get() ?? [0, null]
      return count === 0 ? '' : `${count} ${changed}`
    },
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

function tourOf(row: Row): TourRow {
  const tour: Tour = { id: text(row, 'id'), name: text(row, 'name'), steps: JSON.parse(text(row, 'steps')) as Tour['steps'] }
  return { ...tour, etag: `"${createHash('sha256').update(canonical(tour)).digest().subarray(0, 16).toString('base64url')}"`, changed: text(row, 'changed'), by: text(row, 'actor') }
}
