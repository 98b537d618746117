import { events } from '../../geodata/contract/events.ts'

/** How long a stream that fell is left alone, milliseconds: a telephone without a network need not ask every few seconds. */
const restMs = 30_000

/** As much of the browser's EventSource as is used. */
type Source = { addEventListener(name: 'versions' | 'reports' | 'error', hear: (event: { data: string }) => void): void; close(): void }

/**
 * Tells when what is shown may have changed: data were written, or a report was decided. Listens only while the page is seen, and has told nothing
 * lost when it is seen again. Without streams, or without a network, nothing is told and the page asks by its clock alone.
 */
export const hearNews = (tell: () => void, open: ((address: string) => Source) | null = typeof EventSource === 'undefined' ? null : (address) => new EventSource(address) as never): { stop(): void } => {
  let source: Source | null = null
  let revision: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const hang = (): void => {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const listen = (): void => {
    hang()
    if (open === null || document.visibilityState === 'hidden') return
    const mine = open(events.path)
    source = mine
    mine.addEventListener('versions', ({ data }) => {
      const before = revision
      revision = data
      if (before !== null && before !== data) tell()
    })
    mine.addEventListener('reports', () => tell())
    mine.addEventListener('error', () => {
      if (source !== mine) return
      hang()
      timer = setTimeout(listen, restMs)
    })
  }
  const seen = (): void => {
    if (document.visibilityState === 'hidden') return hang()
    listen()
    // A report that was decided meanwhile has no version of its own to tell by.
    if (revision !== null) tell()
  }
  listen()
  document.addEventListener('visibilitychange', seen)
  return {
    stop() {
      hang()
      document.removeEventListener('visibilitychange', seen)
    },
  }
}
