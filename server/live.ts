import type { jobEvent, reportsEvent, scenariosEvent, versionsEvent } from '../geodata/contract/events.ts'
import type * as z from 'zod/mini'
import type { Language } from '../geodata/words/sentence.ts'
import { roleAdmits } from './security/authorise.ts'
import { actorOf, type Caller } from './security/caller.ts'

type Versions = z.infer<typeof versionsEvent>
type Reports = z.infer<typeof reportsEvent>
type Scenarios = z.infer<typeof scenariosEvent>
type Job = z.infer<typeof jobEvent>

/** What open pages are told, each in its language. A job's event is for its owner and for administrators, one of scenarios for planners. */
export type LiveEvent = { event: 'versions'; body: () => Versions } | { event: 'reports'; body: () => Reports } | { event: 'scenarios'; body: () => Scenarios } | { event: 'job'; owner: string; body: (language: Language) => Job }

/** One page that listens. `look`: whether it still may. `end`: nothing more will come. */
export type Listener = { send(event: LiveEvent): void; look?(): void; end(): void }

export type Hub = {
  publish(event: LiveEvent): void
  /** Null: this address has as many streams as it may have. Otherwise the listener has heard the last versions before this returns; the function takes it out again. */
  subscribe(caller: Caller, listener: Listener): (() => void) | null
  /** Every listener looks whether it still may: someone was shut out. */
  lookAgain(): void
  readonly streams: number
  /** Ends every stream and takes no more. */
  close(): void
}

/** Browsers share one stream between their tabs; behind one address of an office stand at most some dozens of browsers. */
const mostPerAddress = 100
/** A stream costs about 30 kB of sockets and buffers. */
const mostOfAll = 4000

export function createHub(): Hub {
  const listening = new Map<Listener, Caller>()
  const byAddress = new Map<string, number>()
  let last: LiveEvent | null = null
  let closed = false

  function leave(listener: Listener): void {
    const caller = listening.get(listener)
    if (!caller) return
    listening.delete(listener)
    const others = (byAddress.get(caller.address) ?? 1) - 1
    if (others > 0) byAddress.set(caller.address, others)
    else byAddress.delete(caller.address)
  }

  return {
    publish(event) {
      if (event.event === 'versions') last = event
      for (const [listener, caller] of listening) if (concerns(event, caller)) listener.send(event)
    },
    subscribe(caller, listener) {
      const others = byAddress.get(caller.address) ?? 0
      if (closed || others >= mostPerAddress || listening.size >= mostOfAll) return null
      byAddress.set(caller.address, others + 1)
      listening.set(listener, caller)
      if (last) listener.send(last)
      return () => leave(listener)
    },
    lookAgain() { for (const listener of listening.keys()) listener.look?.() },
    get streams() { return listening.size },
    close() {
      closed = true
      for (const listener of listening.keys()) {
        leave(listener)
        listener.end()
      }
    },
  }
}

function concerns(event: LiveEvent, caller: Caller): boolean {
  if (event.event === 'scenarios') return roleAdmits(caller.role, 'planner')
  if (event.event !== 'job') return true
  return actorOf(caller) === event.owner || roleAdmits(caller.role, 'administrator')
}
