import type { DeskAnswers, DeskAsk, DeskFault, DeskKind, DeskReply, DeskRequest } from '../workers/deskMessages.ts'

/** As much of a worker as is used; a test gives one of its own. */
export type DeskPort = {
  postMessage(request: DeskRequest, transfer: Transferable[]): void
  addEventListener(name: 'message', listener: (event: { data: DeskReply }) => void): void
  addEventListener(name: 'error', listener: () => void): void
  terminate(): void
}
export type DeskOutcome<K extends DeskKind> = { ok: true; answer: DeskAnswers[K] } | { ok: false; fault: DeskFault }

/** The page's end of the desk's worker. Never throws; a worker that breaks, or is ended, answers everything under way as a fault. */
export type DeskWorker = {
  ask<K extends DeskKind>(ask: Extract<DeskAsk, { kind: K }>): Promise<DeskOutcome<K>>
  end(): void
}

export const deskWorkerOn = (port: DeskPort): DeskWorker => {
  const waiting = new Map<number, (outcome: DeskOutcome<DeskKind>) => void>()
  let last = 0
  let ended = false

  const stop = (message: string): void => {
    ended = true
    port.terminate()
    const left = [...waiting.values()]
    waiting.clear()
    for (const settle of left) settle(broken(message))
  }
  port.addEventListener('message', ({ data }) => {
    const settle = waiting.get(data.number)
    waiting.delete(data.number)
    settle?.(data.ok ? { ok: true, answer: data.answer } : { ok: false, fault: data.fault })
  })
  port.addEventListener('error', () => stop('the worker broke'))

  return {
    ask: <K extends DeskKind>(ask: Extract<DeskAsk, { kind: K }>) => new Promise<DeskOutcome<K>>((resolve) => {
      if (ended) return resolve(broken('the worker was ended'))
      const number = ++last
      // What a number asks, its answer is of that kind: the worker's logic is typed by the same table.
      waiting.set(number, resolve as (outcome: DeskOutcome<DeskKind>) => void)
      const sent: DeskAsk = ask
      port.postMessage({ number, ask: sent }, sent.kind === 'open' ? [sent.pack] : [])
    }),
    end: () => stop('the worker was ended'),
  }
}

export const openDeskWorker = (): DeskWorker => deskWorkerOn(new Worker(new URL('../workers/desk.ts', import.meta.url), { type: 'module' }))

const broken = (message: string): { ok: false; fault: DeskFault } => ({ ok: false, fault: { message, step: null, code: null, details: {} } })
