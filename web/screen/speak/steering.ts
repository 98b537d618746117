import { getCurrentScope, onScopeDispose, shallowReadonly, shallowRef, type ShallowRef } from 'vue'
import { steeringCode, steeringEnd, steeringOpen, steeringTell, type Command, type Peers, type Shown, type SteeringEnd } from '../../../geodata/contract/steering.ts'
import type { Client } from '../../api/client.ts'
import type { Problem } from '../../api/outcome.ts'
import type { Lang } from '../../text/numbers.ts'
import { listenTo, type Ways } from './channel.ts'

/**
 * How a wall stands with its phones. off: nobody steers it. open: `code` is what a phone is to be told (null: used up or ended), until `codeEnds` (milliseconds since 1970);
 * `live`: whether the server reaches this page. over: why it ended, or what the server said.
 */
export type SteeringState =
  | { kind: 'off' } | { kind: 'opening' }
  | { kind: 'open'; code: string | null; codeEnds: number; peers: Peers; live: boolean }
  | { kind: 'over'; reason: SteeringEnd | null; problem: Problem | null }

export type WallSteering = {
  state: Readonly<ShallowRef<SteeringState>>
  /** Begins, or gives a new code where it has begun. */
  open(): Promise<void>
  /** What the wall shows now; the last one counts when several come at once. Nothing where nobody steers. */
  tell(shown: Shown): void
  /** What a phone pressed. Gives the way to stop. */
  onCommand(hear: (command: Command) => void): () => void
  close(): Promise<void>
}

type WallSetting = Ways & { client: Client; lang: () => Lang; now?: () => number }

const alone: Peers = { wall: false, code: true, phones: [] }

/** The wall's side of being steered from a phone. It goes on over a reload of the page: its key is kept with the tab. */
export const wallSteering = ({ client, lang, now = Date.now, source, later, keep }: WallSetting): WallSteering => {
  const state = shallowRef<SteeringState>({ kind: 'off' })
  const listeners = new Set<(command: Command) => void>()
  let key: string | null = null
  let stream: { close: () => void } | null = null
  let last: Shown | null = null
  let telling = false

  const finish = (next: SteeringState): void => {
    stream?.close()
    stream = null
    key = null
    keep.set(null)
    state.value = next
  }
  const change = (part: Partial<Extract<SteeringState, { kind: 'open' }>>): void => { if (state.value.kind === 'open') state.value = { ...state.value, ...part } }

  const begin = (found: string, code: string | null, codeEnds: number): void => {
    key = found
    keep.set(found)
    state.value = { kind: 'open', code, codeEnds, peers: alone, live: false }
    stream = listenTo({
      source, later, key: found, stands: (live) => change({ live }),
      hear: (heard) => {
        if (heard.name === 'command') for (const hear of listeners) hear(heard.of)
        if (heard.name === 'peers') change({ peers: heard.of, ...(heard.of.code ? {} : { code: null }) })
      },
      over: (reason) => finish({ kind: 'over', reason, problem: null }),
    })
    void send()
  }

  /** What is shown goes out one after the other; what came meanwhile and is overtaken does not. */
  const send = async (): Promise<void> => {
    const [to, sent] = [key, last]
    if (telling || to === null || sent === null) return
    telling = true
    const outcome = await client.ask(steeringTell, { path: { key: to }, body: sent, lang: lang() })
    telling = false
    if (!outcome.ok && outcome.error.code === 'steeringEnded' && key === to) finish({ kind: 'over', reason: 'restart', problem: null })
    else if (last !== sent || key !== to) void send()
  }

  // The page is left: its stream ends, and it may be steered on when the wall is opened again in this tab.
  if (getCurrentScope()) onScopeDispose(() => {
    stream?.close()
    stream = null
    key = null
  })

  const kept = keep.get()
  if (kept !== null) begin(kept, null, 0)

  return {
    state: shallowReadonly(state),
    async open() {
      if (state.value.kind === 'opening') return
      if (key === null) {
        state.value = { kind: 'opening' }
        const opened = await client.ask(steeringOpen, { lang: lang() })
        if (!opened.ok) return finish({ kind: 'over', reason: null, problem: opened.error })
        return begin(opened.value.key, opened.value.code, now() + opened.value.seconds * 1000)
      }
      const renewed = await client.ask(steeringCode, { path: { key }, lang: lang() })
      if (renewed.ok) change({ code: renewed.value.code, codeEnds: now() + renewed.value.seconds * 1000 })
      else if (renewed.error.code === 'steeringEnded') finish({ kind: 'over', reason: 'restart', problem: null })
      else finish({ kind: 'over', reason: null, problem: renewed.error })
    },
    tell(shown) {
      last = within(shown)
      if (key !== null) void send()
    },
    onCommand(hear) {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    async close() {
      const ending = key
      finish({ kind: 'off' })
      if (ending !== null) await client.ask(steeringEnd, { path: { key: ending }, lang: lang() })
    },
  }
}

/** As much as the contract carries: a tour may say more than fits a phone. */
const within = (shown: Shown): Shown => ({ ...shown, title: shown.title.slice(0, 200), words: shown.words.slice(0, 2000), notes: shown.notes.slice(0, 4000), steps: shown.steps.map(({ title }) => ({ title: title.slice(0, 200) })) })
