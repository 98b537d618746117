import { Worker } from 'node:worker_threads'
import type { Envelope, WorkerStart } from './messages.ts'

/** A worker thread as an asynchronous function. Failure inside it is an exception here; its death fails whatever is still open. */
export type Caller<Request, Response> = { call(request: Request): Promise<Response>; /** Whether it has died or was closed. */ readonly ended: boolean; close(): Promise<void> }

/** A worker that reads a city makes garbage by the hundred megabytes; small nurseries let it be swept early. */
const youngMegabytes = 16

type Waiting<Response> = { resolve: (response: Response) => void; reject: (error: Error) => void }

/** Resolves when the worker has said that it is ready, with what it said. `hear` is told what the worker says unasked. */
export async function startCaller<Ready, Request, Response, Note = never>(file: URL, start: WorkerStart, hear: (note: Note) => void = () => {}): Promise<{ caller: Caller<Request, Response>; ready: Ready }> {
  const worker = new Worker(file, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } })
  const waiting = new Map<number, Waiting<Ready | Response>>()
  let next = 1
  let ended: Error | null = null

  worker.on('message', (envelope: Envelope<Ready | Response, Note>) => {
    if ('note' in envelope) return hear(envelope.note)
    const one = waiting.get(envelope.id)
    waiting.delete(envelope.id)
    if ('failure' in envelope) one?.reject(new Error(envelope.failure))
    else one?.resolve(envelope.body)
  })
  const end = (error: Error): void => {
    ended ??= error
    for (const one of waiting.values()) one.reject(ended)
    waiting.clear()
  }
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => end(new Error(`worker ${file.pathname} ended with ${code}`)))

  const wait = (id: number): Promise<Ready | Response> => new Promise((resolve, reject) => {
    if (ended) reject(ended)
    else waiting.set(id, { resolve, reject })
  })
  // Message 0 is the worker's own: it is ready. The types of the two kinds of message are told apart by that number alone.
  const ready = (await wait(0)) as Ready
  return {
    ready,
    caller: {
      call(request) {
        const id = next++
        const response = wait(id) as Promise<Response>
        worker.postMessage({ id, body: request } satisfies Envelope<Request>, [])
        return response
      },
      get ended() { return ended !== null },
      async close() {
        await worker.terminate()
      },
    },
  }
}
