/** What a page hears of an event stream, one event after the other. */
export type EventReader = {
  /** The next event (comments and the line that says when to come back are passed over); null: the stream has ended. */
  next(): Promise<{ event: string; body: unknown } | null>
  /** Everything received so far, as it came. */
  readonly text: string
  leave(): Promise<void>
}

export function eventReader(response: Response): EventReader {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('the answer has no body')
  let text = '', read = 0
  return {
    get text() { return text },
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n', read)
        if (end < 0) {
          const { value, done } = await reader.read()
          if (done) return null
          text += value
          continue
        }
        const lines = new Map(text.slice(read, end).split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
        read = end + 2
        const event = lines.get('event')
        if (event !== undefined) return { event, body: JSON.parse(lines.get('data') ?? 'null') as unknown }
      }
    },
    leave: () => reader.cancel(),
  }
}
