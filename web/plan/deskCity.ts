import { shallowRef } from 'vue'
import { shutSites } from '../../geodata/contract/coverage.ts'
import { pack as packExchange, wholeCity } from '../../geodata/contract/meta.ts'
import type { Question } from '../../geodata/model/question.ts'
import { useClient } from '../api/key.ts'
import { answered, failed, type Outcome } from '../api/outcome.ts'
import { useCityStore } from '../stores/city.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'
import type { DeskMoment } from '../workers/deskMessages.ts'
import { packArea } from './asked.ts'
import { openDeskWorker, type DeskWorker } from './deskWorker.ts'

/** The city in the worker: fetched when something is first tried out, and again when the data, the reader or the area of a large city change. */
export const useDeskCity = () => {
  const client = useClient()
  const city = useCityStore()
  const session = useSessionStore()
  const speech = useSpeechStore()

  let worker: DeskWorker | null = null
  let held = { key: '', buildings: 0, snapMetres: 0 }
  let coming: { key: string; control: AbortController; outcome: Promise<Outcome<DeskWorker>> } | null = null
  let shut: { key: string; sites: readonly string[] } | null = null
  /** The pack on its way: since when, and how much of it is here. */
  const loading = shallowRef<{ startedAt: number; bytes: number } | null>(null)

  const fetchPack = async (key: string, area: string | null, control: AbortController): Promise<Outcome<DeskWorker>> => {
    const startedAt = Date.now()
    loading.value = { startedAt, bytes: 0 }
    const pack = await client.bytes(packExchange, { path: { area: area ?? wholeCity }, signal: control.signal, lang: speech.lang }, (bytes) => { loading.value = { startedAt, bytes } })
    if (!pack.ok) return pack
    worker ??= openDeskWorker()
    const opened = await worker.ask({ kind: 'open', pack: pack.value.buffer })
    if (!opened.ok) {
      drop()
      return failed('shape', { message: opened.fault.message })
    }
    if (control.signal.aborted) return failed('cancelled')
    held = { key, ...opened.answer }
    return answered(worker)
  }
  /** The worker with the city that answers the question. */
  const open = async (question: Question): Promise<Outcome<DeskWorker>> => {
    const area = packArea(question, city.meta?.counts.buildings ?? 0, session.areas.length > 0)
    const key = JSON.stringify([city.revision, session.reader, area])
    if (worker && held.key === key) return answered(worker)
    if (coming?.key !== key) {
      coming?.control.abort()
      const control = new AbortController()
      const mine = { key, control, outcome: fetchPack(key, area, control) }
      coming = mine
      void mine.outcome.then(() => {
        if (coming !== mine) return
        coming = null
        loading.value = null
      })
    }
    return coming.outcome
  }
  /** Who is shut at the hour asked for: a pack holds no hours. */
  const momentOf = async ({ category, at }: Question): Promise<Outcome<DeskMoment>> => {
    if (at === null) return answered(null)
    const key = JSON.stringify([city.revision, category, at])
    if (shut?.key !== key) {
      const outcome = await client.ask(shutSites, { query: { category, at }, lang: speech.lang })
      if (!outcome.ok) return outcome
      shut = { key, sites: outcome.value.shut }
    }
    return answered({ at, shut: shut.sites, holidays: city.holidays })
  }
  /** The reader does not want to wait for the pack. */
  const cancel = (): void => {
    coming?.control.abort()
    coming = null
    loading.value = null
  }
  const drop = (): void => {
    cancel()
    worker?.end()
    worker = null
    held = { key: '', buildings: 0, snapMetres: 0 }
    shut = null
  }
  return { loading, open, momentOf, cancel, drop, snapMetres: () => held.snapMetres }
}
