import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { ledger } from '../../geodata/intake/ledger.ts'
import type { ImportReport } from '../../geodata/intake/report.ts'
import type { Result } from '../../geodata/intake/result.ts'
import { failed, made } from '../../geodata/intake/result.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Readable } from './import-files.ts'
import type { ReadMessage, ReadStart } from './read-messages.ts'
import type { ReadProgress } from './source.ts'

type Opened = Extract<ReadMessage, { kind: 'failed' | 'opened' }>

/**
 * readSource in a thread of its own, so that whoever writes stays reachable while a file is decoded, and the decoder's memory goes with it.
 * An aborted signal ends it wherever it is: the promise or the records throw the signal's reason.
 */
export async function readInThread({ paths, options }: ReadStart, progress: (progress: ReadProgress) => void, signal: AbortSignal): Promise<Result<Readable>> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('read-worker.ts', import.meta.url), { workerData: { paths, options } satisfies ReadStart })
  const inbox = messagesOf(worker, signal)
  const opened = await firstOf(inbox, progress)
  if (opened.kind === 'failed') {
    await worker.terminate()
    return failed(...opened.issues)
  }
  const { report } = ledger()
  return made({ identity: opened.identity, tables: opened.tables, report, records: recordsOf(worker, inbox, report, signal) })
}

async function firstOf(inbox: AsyncIterator<ReadMessage>, progress: (progress: ReadProgress) => void): Promise<Opened> {
  for (;;) {
    const { value, done } = await inbox.next()
    if (done === true) throw new Error('the reader ended before it said anything')
    if (value.kind === 'progress') progress(value.progress)
    else if (value.kind === 'failed' || value.kind === 'opened') return value
  }
}

/** The report is complete when these have been drained. */
async function* recordsOf(worker: Worker, inbox: AsyncIterableIterator<ReadMessage>, report: ImportReport, signal: AbortSignal): AsyncIterable<CityRecord> {
  try {
    for await (const message of inbox) {
      if (message.kind === 'records') {
        yield* message.records
        // A port with messages to come is emptied before anything else has its turn; edits and a cancelling must have theirs.
        await setImmediate()
        signal.throwIfAborted()
        worker.postMessage('taken', [])
      } else if (message.kind === 'end') {
        Object.assign(report, message.report)
        return
      }
    }
  } finally {
    await worker.terminate()
  }
}

/** Messages in order, until the worker dies or the signal says so. */
function messagesOf(worker: Worker, signal: AbortSignal): AsyncIterableIterator<ReadMessage> {
  const waiting: ReadMessage[] = []
  let trouble: unknown = null
  let wake = (): void => {}
  const stop = (reason: unknown): void => {
    trouble ??= reason
    wake()
  }
  worker.on('message', (message: ReadMessage) => {
    waiting.push(message)
    wake()
  })
  worker.on('error', stop)
  worker.on('exit', (code) => stop(new Error(`the reader ended with ${code}`)))
  signal.addEventListener('abort', () => {
    waiting.length = 0
    stop(signal.reason)
    void worker.terminate()
  }, { once: true })
  return (async function* () {
    for (;;) {
      const next = waiting.shift()
      if (next) yield next
      else if (trouble !== null) throw trouble
      else await new Promise<void>((resolve) => { wake = resolve })
    }
  })()
}
