import { parentPort, workerData, type MessagePort, type Transferable } from 'node:worker_threads'
import type { Envelope, WorkerStart } from './messages.ts'

/** The other end of a caller: says it is ready, then answers one request after the other. */
export async function answerRequests<Ready, Request, Response>(prepare: (start: WorkerStart) => Promise<{ ready: Ready; respond: (request: Request) => Promise<Response>; transfers: (response: Response) => Transferable[] }>): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('this file runs as a worker only')
  const { ready, respond, transfers } = await prepare(workerData as WorkerStart)
  // One at a time: answers share scratch space, and a rebuild of words must not fall between two halves of an answer.
  let last: Promise<void> = Promise.resolve()
  port.on('message', ({ id, body }: { id: number; body: Request }) => {
    last = last.then(async () => {
      try {
        const response = await respond(body)
        send(port, { id, body: response }, transfers(response))
      } catch (error) {
        send(port, { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }, [])
      }
    })
  })
  send(port, { id: 0, body: ready }, [])
}

function send<T>(port: MessagePort, envelope: Envelope<T>, transfers: Transferable[]): void {
  port.postMessage(envelope, transfers)
}
