import type * as z from 'zod/mini'
import { events, jobEvent, reportsEvent, versionsEvent } from '../../geodata/contract/events.ts'

/** What the server tells by itself. `session`: the log-in of this browser has ended. */
export type News =
  | { name: 'versions'; of: z.infer<typeof versionsEvent> }
  | { name: 'reports'; of: z.infer<typeof reportsEvent> }
  | { name: 'job'; of: z.infer<typeof jobEvent> }
  | { name: 'session' }

/** As much of the browser's EventSource as is used. */
export type Source = {
  readyState: number
  addEventListener: (name: 'open' | 'error' | News['name'], hear: (event: { data: string }) => void) => void
  close: () => void
}

type StreamSetting = { open: (address: string) => Source; news: (news: News) => void; stands: (standing: boolean) => void; /** The server said no, or is not there: tried again after a pause. */ refused: () => void; later: (after: () => void, milliseconds: number) => () => void }

/** Pauses before a stream that the browser gave up is opened anew, milliseconds; the last one repeats. */
export const reopenPausesMs = [1000, 2000, 5000, 10_000] as const
/** EventSource.CLOSED: the browser does not try again by itself. */
const closed = 2

/** Keeps a stream of news open until it is closed. What does not read as the contract says is let be. */
export const openStream = ({ open, news, stands, refused, later }: StreamSetting): { close: () => void } => {
  let source: Source | null = null
  let failures = 0
  let forget = (): void => {}

  const begin = (): void => {
    const mine = open(events.path)
    source = mine
    mine.addEventListener('open', () => {
      failures = 0
      stands(true)
    })
    mine.addEventListener('error', () => {
      stands(false)
      if (mine.readyState !== closed || source !== mine) return
      refused()
      forget = later(begin, reopenPausesMs[Math.min(failures, reopenPausesMs.length - 1)])
      failures += 1
    })
    mine.addEventListener('versions', ({ data }) => {
      const of = read(versionsEvent, data)
      if (of) news({ name: 'versions', of })
    })
    mine.addEventListener('reports', ({ data }) => {
      const of = read(reportsEvent, data)
      if (of) news({ name: 'reports', of })
    })
    mine.addEventListener('job', ({ data }) => {
      const of = read(jobEvent, data)
      if (of) news({ name: 'job', of })
    })
    mine.addEventListener('session', () => news({ name: 'session' }))
  }
  begin()
  return {
    close: () => {
      forget()
      source?.close()
      source = null
    },
  }
}

const read = <S extends z.ZodMiniType>(schema: S, text: string): z.infer<S> | null => {
  try {
    const found = schema.safeParse(JSON.parse(text) as unknown)
    return found.success ? found.data : null
  } catch {
    return null
  }
}
