import { openTab, tickMs, type TabMessage } from './election.ts'
import { openStream, type News, type Source } from './stream.ts'

/** What tabs tell each other: who speaks, what the server said, and that the log-in changed. */
export type Message = TabMessage | { kind: 'news'; from: string; news: News } | { kind: 'reader'; from: string }

/** As much of a BroadcastChannel as is used. */
export type Channel = { postMessage: (message: Message) => void; addEventListener: (name: 'message', hear: (event: { data: Message }) => void) => void; close: () => void }

type SharedSetting = {
  id: string
  port: Channel | null
  source: (address: string) => Source
  news: (news: News) => void
  /** Whether a stream stands, in this tab or another. */
  live: (standing: boolean) => void
  /** The server would not open the stream: perhaps the log-in has ended. */
  refused: () => void
  /** Another tab logged in or out. */
  readerChanged: () => void
  now?: () => number
}

/** The one stream of a browser: held by the tab that speaks, heard by all. */
export const shareStream = ({ id, port, source, news, live, refused, readerChanged, now = Date.now }: SharedSetting) => {
  let stream: { close: () => void } | null = null
  const send = (message: Message): void => port?.postMessage(message)
  const later = (after: () => void, milliseconds: number): (() => void) => {
    const timer = setTimeout(after, milliseconds)
    return () => clearTimeout(timer)
  }
  const open = (): void => {
    stream = openStream({
      open: source, later,
      news: (found) => {
        news(found)
        send({ kind: 'news', from: id, news: found })
      },
      stands: (standing) => tab.streams(standing), refused,
    })
  }
  const shut = (): void => {
    stream?.close()
    stream = null
  }
  const tab = openTab({ id, now, send, changes: live, turns: (speaking) => (speaking ? open() : shut()) })
  port?.addEventListener('message', ({ data }) => {
    if (data.kind === 'news') return news(data.news)
    if (data.kind === 'reader') return readerChanged()
    tab.hear(data)
  })
  const clock = setInterval(() => tab.tick(), tickMs)

  /** The stream belongs to whoever was logged in when it opened: it is opened anew. */
  const reopen = (): void => {
    if (!tab.speaking()) return
    shut()
    tab.streams(false)
    open()
  }
  return {
    reopen,
    tellReaderChanged: () => send({ kind: 'reader', from: id }),
    close: () => {
      clearInterval(clock)
      tab.leave()
      shut()
      port?.close()
    },
  }
}
