type EventStreamSetting = {
  /** Begins to listen; null: it may not. `tell` sends an event, and nothing any more once `mayHear` says no; `end` closes the stream. The function it answers stops listening. */
  begin: (tell: (text: string) => void, end: () => void) => (() => void) | null
  /** Asked before each event and each sign of life. */
  mayHear: () => boolean
  /** The last that whoever may hear no more is told. */
  farewell: () => string
  /** Between two signs of life. */
  beatMilliseconds: number
}

/** Proxies close what is silent for a minute, as a rule. */
export const usualBeat = 15_000
/** When a browser that lost us comes back. */
const comeBackMilliseconds = 3000
/** Chunks a page may leave unread before it is taken for gone: a page that reads has none, one event is some hundred bytes. */
const mostUnread = 64

/** Server-sent events until the page goes, may hear no more, or is told that there is nothing more. null: it may not listen. */
export function eventStream({ begin, mayHear, farewell, beatMilliseconds }: EventStreamSetting): ReadableStream<Uint8Array> | null {
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
      const tell = (text: string): void => {
        if (mayHear()) return write(text)
        write(farewell())
        end()
      }
      write(`retry: ${comeBackMilliseconds}\n\n`)
      const leave = begin(tell, end)
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

export const eventText = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** Not held back by a proxy that gathers. */
export const streamReply = (stream: ReadableStream<Uint8Array>): { body: Uint8Array<ArrayBuffer>; mediaType: string; headers: Record<string, string>; stream: ReadableStream<Uint8Array> } =>
  ({ body: new Uint8Array(0), mediaType: 'text/event-stream', headers: { 'x-accel-buffering': 'no' }, stream })

/** Only the headers are wanted; a stream that nobody reads would never be given back. */
export const emptyStream = (): ReadableStream<Uint8Array> => new Blob([]).stream()
