import type { Language } from '../../geodata/words/sentence.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Asked, RouteReply } from '../http/exchange-handler.ts'
import type { Hub, LiveEvent } from '../live.ts'
import type { Caller } from '../security/caller.ts'

export type EventsSetting = {
  hub: Hub
  /** Whether the caller's session still stands; looking does not keep it awake. */
  stands: (caller: Caller) => boolean
  /** Between two signs of life. */
  beatMilliseconds?: number
}

/** Proxies close what is silent for a minute, as a rule; a browser that lost us comes back after three seconds. */
const usualBeat = 15_000
const comeBackMilliseconds = 3000

/** Chunks a page may leave unread before it is taken for gone: a page that reads has none, one event is some hundred bytes. */
const mostUnread = 64

/** Where a browser asks again when it may not have another stream, seconds. */
const laterSeconds = 30

/** Events as they happen, until the page goes, its session ends or the server does. */
export function eventsRoute({ hub, stands, beatMilliseconds = usualBeat }: EventsSetting, { caller, request, language }: Asked): RouteReply {
  const headers = { 'x-accel-buffering': 'no' }
  const reply = (stream: ReadableStream<Uint8Array>): RouteReply => ({ body: new Uint8Array(0), mediaType: 'text/event-stream', headers, stream })
  // Only the headers are wanted; a stream that nobody reads would never be given back.
  if (request.method === 'HEAD') return reply(new Blob([]).stream())
  const opened = open(hub, stands, caller, language, beatMilliseconds)
  if (!opened) throw new Refusal('tooManyRequests', { seconds: laterSeconds })
  return reply(opened)
}

function open(hub: Hub, stands: (caller: Caller) => boolean, caller: Caller, language: Language, beatMilliseconds: number): ReadableStream<Uint8Array> | null {
  let stop: () => void = () => {}
  let ended = false
  let refused = false
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = (): void => {
        if (ended) return
        ended = true
        stop()
        controller.close()
      }
      const write = (text: string): void => {
        if ((controller.desiredSize ?? 0) < -mostUnread) end()
        else if (!ended) controller.enqueue(encoder.encode(text))
      }
      /** Whoever is logged out is told nothing more. */
      const tell = (text: string): void => {
        if (stands(caller)) return write(text)
        write('event: session\ndata: {}\n\n')
        end()
      }
      write(`retry: ${comeBackMilliseconds}\n\n`)
      const leave = hub.subscribe(caller, { send: (event) => tell(written(event, language)), end })
      refused = leave === null
      const beat = setInterval(() => tell(':\n\n'), beatMilliseconds)
      stop = () => {
        clearInterval(beat)
        leave?.()
      }
      if (ended || refused) stop()
    },
    cancel() {
      ended = true
      stop()
    },
  })
  return refused ? null : stream
}

const encoder = new TextEncoder()
const written = ({ event, body }: LiveEvent, language: Language): string => `event: ${event}\ndata: ${JSON.stringify(body(language))}\n\n`
