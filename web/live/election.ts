/** One tab of a browser speaks for all: it alone holds the stream and hands on what comes. Pure logic: time and messages come from outside. */

/** `since`: when the tab became the speaker; `live`: whether its stream stands. */
export type Beat = { kind: 'beat'; from: string; since: number; live: boolean }
export type TabMessage = Beat | { kind: 'hello'; from: string } | { kind: 'bye'; from: string }

export type Tab = {
  /** Looks at the clock: called every `tickMs`, and whenever else. */
  tick(): void
  hear(message: TabMessage): void
  /** The stream of this tab, if it speaks, stands or fell. */
  streams(live: boolean): void
  /** This tab closes or is put to sleep: another takes over at once. */
  leave(): void
  speaking(): boolean
}

type TabSetting = {
  id: string
  now: () => number
  send: (message: TabMessage) => void
  /** Told when this tab begins or ceases to speak. */
  turns: (speaking: boolean) => void
  /** Told when the stream of whoever speaks stands or falls; false while nobody is known to speak. */
  changes: (live: boolean) => void
}

export const tickMs = 250
/** How often the speaker says that it is there. */
const beatMs = 1000
/** Longer silence than this: the speaker is gone or asleep. Browsers slow the timers of a hidden tab to one a second, which is not yet gone. */
export const silenceMs = 3000
/** A tab that comes waits so long for someone who speaks already. */
const welcomeMs = 300

export const openTab = ({ id, now, send, turns, changes }: TabSetting): Tab => {
  let role: 'listens' | 'speaks' | 'left' = 'listens'
  let since = 0
  let beatAt = 0
  let tickAt = now()
  /** From when on a silent room has no speaker. */
  let patientUntil = now() + welcomeMs
  let own = false
  let known = false
  let speaker: string | null = null

  const tell = (live: boolean): void => {
    if (live === known) return
    known = live
    changes(live)
  }
  const beat = (): void => {
    beatAt = now()
    send({ kind: 'beat', from: id, since, live: own })
  }
  const speak = (): void => {
    role = 'speaks'
    speaker = id
    since = now()
    own = false
    turns(true)
    beat()
    tell(own)
  }
  const listen = (until: number): void => {
    const spoke = role === 'speaks'
    role = 'listens'
    patientUntil = until
    if (spoke) turns(false)
  }
  /** After a longer sleep another may speak by now: this tab listens first. */
  const wake = (): void => {
    const slept = now() - tickAt > silenceMs
    tickAt = now()
    if (!slept || role === 'left') return
    if (role === 'listens') {
      patientUntil = Math.max(patientUntil, now() + welcomeMs)
      return
    }
    speaker = null
    listen(now() + welcomeMs)
    tell(false)
    send({ kind: 'hello', from: id })
  }
  send({ kind: 'hello', from: id })

  return {
    speaking: () => role === 'speaks',
    tick: () => {
      wake()
      if (role === 'speaks' && now() - beatAt >= beatMs) beat()
      if (role === 'listens' && now() >= patientUntil) speak()
    },
    hear: (message) => {
      wake()
      if (role === 'left' || message.from === id) return
      if (message.kind === 'hello') {
        if (role === 'speaks') beat()
        return
      }
      if (message.kind === 'bye') {
        if (role !== 'listens' || message.from !== speaker) return
        speaker = null
        // Not all at once: who comes first by its name speaks, the others hear it.
        patientUntil = now() + share(id) * welcomeMs
        return tell(false)
      }
      if (role === 'speaks') {
        // Two speak: the one who began first goes on, by the name where both began together.
        if (message.since > since || (message.since === since && message.from > id)) return beat()
        listen(now() + silenceMs)
      }
      speaker = message.from
      patientUntil = now() + silenceMs
      tell(message.live)
    },
    streams: (live) => {
      own = live
      if (role !== 'speaks') return
      tell(live)
      beat()
    },
    leave: () => {
      if (role === 'speaks') send({ kind: 'bye', from: id })
      if (role === 'speaks') turns(false)
      role = 'left'
      tell(false)
    },
  }
}

/** A number 0..1 from a name, so that tabs do not all wait alike. */
const share = (name: string): number => {
  let sum = 0
  for (const sign of name) sum = (sum * 31 + sign.charCodeAt(0)) % 997
  return sum / 997
}
