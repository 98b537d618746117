import { shallowReadonly, shallowRef, type ShallowRef } from 'vue'
import { steeringCommand, steeringEnd, steeringJoin, type Command, type Peers, type Shown, type SteeringEnd } from '../../../geodata/contract/steering.ts'
import type { Client } from '../../api/client.ts'
import type { Problem } from '../../api/outcome.ts'
import type { Lang } from '../../text/numbers.ts'
import { listenTo, type Ways } from './channel.ts'

/**
 * How a phone stands with its wall. out: a code is asked for; `reason`: why an earlier one is over, `problem`: what the server said of the last try.
 * in: `unheard`: the last thing pressed did not reach the wall; `since`: when it joined, milliseconds since 1970.
 */
export type PhoneState =
  | { kind: 'out'; reason: SteeringEnd | null; problem: Problem | null; busy: boolean }
  | { kind: 'in'; peers: Peers | null; shown: Shown | null; live: boolean; unheard: Problem | 'wall' | null; since: number }

export type PhoneSteering = {
  state: Readonly<ShallowRef<PhoneState>>
  join(code: string, name: string): Promise<void>
  press(command: Command): Promise<void>
  leave(): Promise<void>
  /** Stops listening; the wall may be steered on when the page comes back. */
  rest(): void
}

type PhoneSetting = Ways & { client: Client; lang: () => Lang; now?: () => number }

/** The phone's side of steering a wall. What is kept with the tab is its key and when it joined. */
export const phoneSteering = ({ client, lang, now = Date.now, source, later, keep }: PhoneSetting): PhoneSteering => {
  const out = (reason: SteeringEnd | null, problem: Problem | null, busy = false): PhoneState => ({ kind: 'out', reason, problem, busy })
  const state = shallowRef<PhoneState>(out(null, null))
  let key: string | null = null
  let stream: { close: () => void } | null = null

  const finish = (next: PhoneState): void => {
    stream?.close()
    stream = null
    key = null
    keep.set(null)
    state.value = next
  }
  const change = (part: Partial<Extract<PhoneState, { kind: 'in' }>>): void => { if (state.value.kind === 'in') state.value = { ...state.value, ...part } }
  const begin = (found: string, since: number): void => {
    key = found
    keep.set(`${since} ${found}`)
    state.value = { kind: 'in', peers: null, shown: null, live: false, unheard: null, since }
    stream = listenTo({
      source, later, key: found, stands: (live) => change({ live }),
      hear: (heard) => {
        if (heard.name === 'shown') change({ shown: heard.of, unheard: null })
        if (heard.name === 'peers') change({ peers: heard.of })
      },
      over: (reason) => finish(out(reason, null)),
    })
  }

  const [, since, kept] = /^(\d+) (.+)$/.exec(keep.get() ?? '') ?? []
  if (kept !== undefined) begin(kept, Number(since))

  return {
    state: shallowReadonly(state),
    async join(code, name) {
      if (state.value.kind === 'in' || state.value.busy) return
      state.value = out(null, null, true)
      const outcome = await client.ask(steeringJoin, { body: { code, name }, lang: lang() })
      if (outcome.ok) begin(outcome.value.key, now())
      else state.value = out(null, outcome.error)
    },
    async press(command) {
      if (key === null) return
      const outcome = await client.ask(steeringCommand, { path: { key }, body: command, lang: lang() })
      if (outcome.ok) change({ unheard: outcome.value.heard ? null : 'wall' })
      else if (outcome.error.code === 'steeringEnded') finish(out('restart', null))
      else change({ unheard: outcome.error })
    },
    async leave() {
      const ending = key
      finish(out(null, null))
      if (ending !== null) await client.ask(steeringEnd, { path: { key: ending }, lang: lang() })
    },
    rest() {
      stream?.close()
      stream = null
    },
  }
}
