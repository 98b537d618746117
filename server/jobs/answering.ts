import { parentPort, workerData, type MessagePort, type Transferable } from 'node:worker_threads'
import type { Envelope, WorkerStart } from './messages.ts'

export type Answering<Ready, Request, Response> = { ready: Ready; respond: (request: Request) => Promise<Response>; transfers: (response: Response) => Transferable[] }

/**
 * The other end of a caller: says it is ready, then answers one request after the other. `together`: each as it comes, also while an earlier one is
 * still being worked on. `tell` says something without being asked.
 */
export async function answerRequests<Ready, Request, Response, Note = never>(
  prepare: (start: WorkerStart, tell: (note: Note) => void) => Promise<Answering<Ready, Request, Response>>, order: 'inTurn' | 'together' = 'inTurn',
): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('this file runs as a worker only')
  const { ready, respond, transfers } = await prepare(workerData as WorkerStart, (note) => send<Ready | Response, Note>(port, { note }, []))
  const answerOne = async ({ id, body }: { id: number; body: Request }): Promise<void> => {
    try {
      const response = await respond(body)
      send<Response, Note>(port, { id, body: response }, transfers(response))
    } catch (error) {
      send<Response, Note>(port, { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }, [])
    }
  }
  // One at a time where answers share scratch space, and where a change of the city must not fall between two halves of an answer.
  let last: Promise<void> = Promise.resolve()
  port.on('message', (message: { id: number; body: Request }) => {
    if (order === 'together') void answerOne(message)
    else last = last.then(() => answerOne(message))
  })
  send<Ready, Note>(port, { id: 0, body: ready }, [])
}

function send<T, Note>(port: MessagePort, envelope: Envelope<T, Note>, transfers: Transferable[]): void {
  port.postMessage(envelope, transfers)
}
