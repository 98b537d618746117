import { onScopeDispose, watch } from 'vue'
import { pollMs, useCityStore } from '../stores/city.ts'
import { useJobStore } from '../stores/jobs.ts'
import { useLiveStore } from '../stores/live.ts'
import { useSessionStore } from '../stores/session.ts'
import { shareStream, type Channel } from './shared.ts'
import type { News } from './stream.ts'

/** A stream that falls is mostly back at once; only then is there something to say. Milliseconds. */
export const patienceMs = 5000
/** How often running jobs are asked after while no stream stands. */
const jobPollMs = 2000
const channelName = 'linli-live'

/** Keeps every store that shows the server's state up to date: by the shared stream, and while there is none by asking. */
export const followServer = (): void => {
  const city = useCityStore()
  const jobs = useJobStore()
  const live = useLiveStore()
  const session = useSessionStore()
  let revision: string | null = null
  let patience: ReturnType<typeof setTimeout> | undefined

  const hear = (news: News): void => {
    if (news.name === 'session') return session.end()
    if (news.name === 'job') return jobs.hear(news.of)
    if (news.name === 'reports') return live.hearReports(news.of.version)
    if (news.of.tours !== undefined) live.hearTours(news.of.tours)
    if (news.of.revision === revision) return
    revision = news.of.revision
    void city.refresh()
  }
  const onLive = (standing: boolean): void => {
    clearTimeout(patience)
    if (!standing) {
      revision = null
      patience = setTimeout(() => {
        live.stand(false)
        // The server itself may be gone, which has a sentence of its own.
        void city.refresh()
      }, patienceMs)
      return
    }
    live.stand(true)
    // What happened while nobody listened.
    void city.refresh()
    if (session.may('jobList')) void jobs.load()
  }
  const begin = () => (typeof EventSource === 'undefined' ? null : shareStream({
    id: crypto.getRandomValues(new Uint32Array(2)).join('-'), source: (address) => new EventSource(address) as never, news: hear, live: onLive, readerChanged: () => void session.read({ elsewhere: true }), refused: () => void session.read(),
    port: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName) as unknown as Channel,
  }))
  let shared = begin()
  patience = setTimeout(() => live.giveUp(), patienceMs)

  // A page that goes into the browser's memory gives the stream away and takes part anew when it comes back.
  const leave = (): void => {
    shared?.close()
    shared = null
  }
  const back = (): void => { shared ??= begin() }
  addEventListener('pagehide', leave)
  addEventListener('pageshow', back)

  // Somebody else reads, or the same one again after their log-in had ended; not that it ended, which every tab hears by itself.
  watch(() => [session.reader, session.account !== null] as const, ([now, inside], [before, wasInside]) => {
    if (before === null || (now === before && !(inside && !wasInside))) return
    shared?.reopen()
    shared?.tellReaderChanged()
  })
  watch(() => session.known && session.may('jobList'), (may) => { if (may) void jobs.load() }, { immediate: true })

  void session.read()
  void city.refresh()
  const poll = setInterval(() => { if (!live.standing && !document.hidden) void city.refresh() }, pollMs)
  const jobPoll = setInterval(() => { if (!live.standing && jobs.running > 0) void jobs.load() }, jobPollMs)
  onScopeDispose(() => {
    leave()
    clearInterval(poll)
    clearInterval(jobPoll)
    clearTimeout(patience)
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', back)
  })
}
