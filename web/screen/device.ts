import { deviceEnter } from '../../geodata/contract/devices.ts'
import type { SessionAnswer } from '../../geodata/contract/session.ts'
import type { Client } from '../api/client.ts'
import type { Outcome } from '../api/outcome.ts'
import type { Lang } from '../text/numbers.ts'

/** A screen may be switched on before its network is there. Milliseconds. */
export const againMs = 5000

type EntrySetting = {
  client: Client
  lang: Lang
  /** Takes the token out of the address, before anything else may put that address somewhere. */
  clear: () => Promise<unknown>
  /** Told that the server cannot be reached yet. */
  waiting: () => void
  pause: (milliseconds: number) => Promise<void>
}

/** Trades the token of a screen's link for its cookie. What is not about the token is tried again until the server answers. */
export async function enterAsDevice(token: string, { client, lang, clear, waiting, pause }: EntrySetting): Promise<Outcome<SessionAnswer>> {
  await clear()
  for (;;) {
    const outcome = await client.ask(deviceEnter, { body: { token }, lang })
    if (outcome.ok || !(outcome.error.kind === 'network' || outcome.error.kind === 'notReady' || outcome.error.code === 'tooManyRequests')) return outcome
    waiting()
    await pause(againMs)
  }
}
