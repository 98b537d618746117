import { spawnSync } from 'node:child_process'
import type { Row } from '../row.ts'

/** PostGIS and pgRouting answer only where a server with both runs; the line says what this machine lacks. */
export const row: Row = {
  name: 'postgis', size: null, peers: true,
  run() {
    const asked = spawnSync('psql', ['-At', '-c', "select string_agg(name, ' ') from pg_available_extensions where name in ('postgis', 'pgrouting')"], { encoding: 'utf8' })
    const reason = asked.error ? 'psql is missing (Debian packages postgresql-15-postgis-3, postgresql-15-pgrouting)'
      : asked.status !== 0 ? `no server answers (${asked.stderr.trim().split('\n')[0]})`
        : asked.stdout.trim() === '' ? 'the server has neither postgis nor pgrouting' : `the server has ${asked.stdout.trim()}, but this bench holds no comparison with it yet`
    return [{ work: 'PostGIS KNN and pgRouting', note: `not run: ${reason}` }]
  },
}
