import type * as z from 'zod/mini'
import { steeringEvents, steeringListen, type SteeringEnd } from '../../../geodata/contract/steering.ts'
import { fillPath } from '../../api/address.ts'

type Events = typeof steeringEvents
/** What a side hears, as the contract describes it. */
export type Heard = { [N in keyof Events]: { name: N; of: z.infer<Events[N]> } }[keyof Events]

/** As much of the browser's EventSource as is used. */
export type Source = {
  readyState: number
  addEventListener: (name: 'open' | 'error' | keyof Events, hear: (event: { data: string }) => void) => void
  close: () => void
}

/** How the two pages reach the world: `source` opens an event stream, `later` waits, `keep` outlives a reload of the page. */
export type Ways = {
  source: (address: string) => Source
  later: (after: () => void, milliseconds: number) => () => void
  keep: { get(): string | null; set(key: string | null): void }
}

export const browserWays = (name: string): Ways => ({
  source: (address) => new EventSource(address) as never,
  later: (after, milliseconds) => {
    const timer = setTimeout(after, milliseconds)
    return () => clearTimeout(timer)
  },
  keep: {
    get: () => sessionStorage.getItem(name),
    set: (key) => { if (key === null) sessionStorage.removeItem(name); else sessionStorage.setItem(name, key) },
  },
})

/** A stream that the server will not open is tried again after these pauses, milliseconds; then it is over: a server that was started anew knows nothing of it. */
export const triesMs = [1000, 3000] as const
/** EventSource.CLOSED: the browser does not try again by itself. */
const closed = 2

type ChannelSetting = Pick<Ways, 'source' | 'later'> & { key: string; hear: (heard: Heard) => void; stands: (standing: boolean) => void; /** Nothing more will come. */ over: (reason: SteeringEnd) => void }

/** Listens to one steered wall until it is over or closed. */
export const listenTo = ({ source: open, later, key, hear, stands, over }: ChannelSetting): { close: () => void } => {
  let source: Source | null = null
  let failures = 0
  let forget = (): void => {}
  const close = (): void => {
    forget()
    source?.close()
    source = null
  }
  const begin = (): void => {
    const mine = open(fillPath(steeringListen.path, { key }))
    source = mine
    mine.addEventListener('open', () => {
      failures = 0
      stands(true)
    })
    mine.addEventListener('error', () => {
      if (source !== mine) return
      stands(false)
      if (mine.readyState !== closed) return
      const pause = triesMs[failures]
      failures += 1
      if (pause !== undefined) forget = later(begin, pause)
      else {
        close()
        over('restart')
      }
    })
    for (const name of Object.keys(steeringEvents) as (keyof Events)[]) {
      mine.addEventListener(name, ({ data }) => {
        const of = read(steeringEvents[name], data)
        if (!of || source !== mine) return
        const heard = { name, of } as Heard
        if (heard.name !== 'end') return hear(heard)
        close()
        over(heard.of.reason)
      })
    }
  }
  begin()
  return { close }
}

const read = <S extends z.ZodMiniType>(schema: S, text: string): z.infer<S> | null => {
  try {
    const found = schema.safeParse(JSON.parse(text) as unknown)
    return found.success ? found.data : null
  } catch {
    return null
  }
}
