import '../node-version.ts'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { ReadMessage, ReadStart } from './read-messages.ts'
import { readSource } from './source.ts'

/** Decodes files and hands their records over in batches; the next batch is made when one has been taken. */
const batchRecords = 500
/** One is being written while the next is made. */
const batchesAhead = 2

const port = parentPort
if (!port) throw new Error('this file runs as a worker only')
await read(port, workerData as ReadStart)

async function read(port: MessagePort, { paths, options }: ReadStart): Promise<void> {
  const say = (message: ReadMessage): void => port.postMessage(message)
  const source = await readSource(paths, options, (progress) => say({ kind: 'progress', progress }))
  if (!source.ok) return end(port, { kind: 'failed', issues: source.issues })
  const { records, report, identity, tables } = source.value
  say({ kind: 'opened', identity, tables })
  let ahead = 0
  let taken = (): void => {}
  port.on('message', () => {
    ahead--
    taken()
  })
  let batch: CityRecord[] = []
  for (const record of records) {
    batch.push(record)
    if (batch.length < batchRecords) continue
    say({ kind: 'records', records: batch })
    batch = []
    if (++ahead >= batchesAhead) await new Promise<void>((resolve) => { taken = resolve })
  }
  say({ kind: 'records', records: batch })
  end(port, { kind: 'end', report })
}

/** A port that listens keeps its thread alive. */
function end(port: MessagePort, message: ReadMessage): void {
  port.postMessage(message)
  port.removeAllListeners('message')
  port.unref()
}
