import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where the files of jobs lie: one folder each, by id. Later jobs have greater ids. */
export type JobFolders = {
  /** Where it is or will be: whoever writes into it makes it. */
  path(id: string): string
  /** The file, when it is still there. */
  file(id: string, name: string): string | null
  remove(id: string): void
  /** Removes what is older than a week and all but the newest hundred; `keeps`: whether there is anything in it worth keeping. */
  sweep(keeps?: (id: string) => boolean): void
}

/** What a result is called on our disk; whoever fetches it is told a longer name. */
export const resultName = (format: string): string => `result.${format}`

/** Results are fetched within the hour or made again; a week leaves room for holidays. */
const keptMilliseconds = 7 * 24 * 3600_000
const keptFolders = 100

export function jobFolders(dataFolder: string, now: () => number = Date.now): JobFolders {
  const home = join(dataFolder, 'jobs')
  const of = (id: string): string => join(home, id)
  const remove = (id: string): void => rmSync(of(id), { recursive: true, force: true })
  return {
    path: of,
    file(id, name) {
      const path = join(of(id), name)
      return existsSync(path) ? path : null
    },
    remove,
    sweep(keeps = () => true) {
      if (!existsSync(home)) return
      const newestFirst = readdirSync(home).toSorted().toReversed()
      newestFirst.forEach((id, i) => { if (i >= keptFolders || now() - statSync(of(id)).mtimeMs > keptMilliseconds || !keeps(id)) remove(id) })
    },
  }
}
