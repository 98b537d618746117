import '../node-version.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { decodePack } from '../../geodata/kernel/pack.ts'
import { SitingError } from '../../geodata/kernel/siting/siteCity.ts'
import type { SitingNote, SitingStart } from './siting-messages.ts'
import { sitingRefusal, solveSiting } from './solve-siting.ts'

/** One question, one thread: whoever cancels ends it. */
const port = parentPort
if (!port) throw new Error('this file runs as a worker only')
const tell = (note: SitingNote): void => port.postMessage(note)
const { problem, pack } = workerData as SitingStart
try {
  tell({ kind: 'found', found: await solveSiting(decodePack(pack), problem, (progress) => tell({ kind: 'progress', progress })) })
} catch (error) {
  tell(error instanceof SitingError ? sitingRefusal(error) : { kind: 'broken', failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
