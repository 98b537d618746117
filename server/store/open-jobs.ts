import { connect } from './driver.ts'
import { jobTable, type JobRow } from './jobs.ts'
import { writeLater } from './later.ts'

/** Jobs of this server and of those before it: what was told last counts at once, whenever the database takes it. */
export type JobStore = {
  put(job: JobRow): void
  /** null: there is no such job. */
  read(id: string): JobRow | null
  /** Newest first, those before the id `before`; owner null: everyone's. */
  list(owner: string | null, before: string | null, limit: number): JobRow[]
  close(): void
}

/** Page cache of the connection, KiB: a few hundred jobs. */
const cache = 512

/** Begins by closing what an earlier process left unfinished: `broken` says how. The database must be up to date, which openStore sees to. */
export function openJobs(path: string, broken: (job: JobRow) => JobRow, trouble: (error: unknown) => void): JobStore {
  const connection = connect(path, cache)
  const table = jobTable(connection)
  const later = writeLater(connection, path, trouble)
  /** Told, but not yet in the database. */
  const ahead = new Map<string, JobRow>()

  function put(job: JobRow): void {
    ahead.set(job.id, job)
    later.add(() => table.put(job), () => { if (ahead.get(job.id) === job) ahead.delete(job.id) })
  }

  for (const job of table.unfinished()) put(broken(job))
  return {
    put,
    read: (id) => ahead.get(id) ?? table.read(id),
    list(owner, before, limit) {
      const found = new Map(table.list(owner, before, limit).map((job) => [job.id, job]))
      for (const job of ahead.values()) if ((owner === null || job.owner === owner) && (before === null || job.id < before)) found.set(job.id, job)
      return [...found.values()].toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit)
    },
    close() {
      later.close()
      connection.close()
    },
  }
}
