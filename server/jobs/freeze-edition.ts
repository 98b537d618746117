import { randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { administrativeLevels, areaLevels } from '../../geodata/model/area.ts'
import type { Reader } from '../../geodata/contract/exchange.ts'
import type { Edition, EditionKey } from '../../geodata/model/edition.ts'
import { wallBoardCodes, wallLenses, wallNumberCodes } from '../../geodata/model/wall.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { answer, type CityExchange } from '../answers/answer.ts'
import { softwareVersion } from '../answers/meta.ts'
import { openCity, type OpenCity } from '../answers/open-city.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Reply } from '../answers/reply.ts'
import { dataVersion, tileVersions } from '../answers/standing.ts'
import type { EditionPart, EditionRow } from '../store/editions.ts'
import type { Reading, Store } from '../store/store.ts'
import { breather } from './breather.ts'
import type { JobHooks } from './job-task.ts'

export type FreezeWish = { name: string; month: string | null; note: string; by: string }

/** Everybody is answered from an edition as a leader of the whole city is: no figure in it is finer than that. */
const asked: Reader = { role: 'leader', areas: [] }

/** Rows of records kept with a number or a board; the whole of a long list is in its register. */
const keptRecords = 100

/**
 * Asks the wall everything it answers of the whole city and of every area down to grids (records down to communities), in every language, from one unmoving view of the
 * database, and keeps the answers. Written in one transaction at the end: cancelled or failed, nothing is. null: the name is taken. Throws Refusal for a month without
 * figures and for an empty city, the signal's reason when it is aborted.
 */
export async function freezeEdition(store: Store, { name, month, note, by }: FreezeWish, { progress, signal, now = () => new Date() }: Pick<JobHooks, 'progress' | 'signal'> & { now?: () => Date }): Promise<EditionRow | null> {
  if (await store.editions.named(name)) return null
  const view = await store.snapshot()
  let parts: EditionPart[], edition: Edition
  try {
    progress({ stage: 'columns', done: 0, total: null })
    const open = await openCity(unmoving(store, view))
    signal.throwIfAborted()
    if (!open) throw new Refusal('emptyCity')
    const frozen = now().toISOString(), head = { id: freshId(), name, day: open.day, frozen }
    const keys = keysOf(open)
    const total = keys.length, breathe = breather(signal)
    parts = []
    for (const key of keys) {
      progress({ stage: 'freezing', done: parts.length, total })
      await breathe()
      parts.push(await partOf(open, key, month, head))
    }
    edition = {
      ...head, month, by, note, software: softwareVersion, catalogue: open.catalogue.version, data: dataVersion(open.versions, null), geometry: tileVersions(open).outlines,
      areas: new Set(keys.flatMap(({ kind, area }) => (kind === 'wall' && area !== '' ? [area] : []))).size, answers: parts.length, bytes: parts.reduce((sum, { body }) => sum + body.length, 0),
    }
  } finally {
    view.close()
  }
  signal.throwIfAborted()
  return (await store.editions.add(edition, parts)) ? store.editions.find(edition.id) : null
}

/** The store as it stands in that view; whoever opens a city from it may close the view it is given, and goes on reading. */
const unmoving = (store: Store, view: Reading): Store => ({ ...store, ...view, snapshot: async () => ({ ...view, close: () => {} }) })

const languages: readonly Language[] = ['zh', 'en']

/** From the top down. */
function keysOf({ city: { areas } }: OpenCity): EditionKey[] {
  const codesDownTo = (last: (typeof administrativeLevels)[number]): string[] => ['', ...administrativeLevels.slice(0, administrativeLevels.indexOf(last) + 1).flatMap((level) => areas.codes.filter((_, at) => areaLevels[areas.levels[at]] === level))]
  return [
    ...languages.flatMap((language) => codesDownTo('grid').map((area): EditionKey => ({ kind: 'wall', subject: '', area, language }))),
    ...wallLenses.map((subject): EditionKey => ({ kind: 'states', subject, area: '', language: '' })),
    ...languages.flatMap((language) => codesDownTo('community').flatMap((area) => [...wallNumberCodes, ...wallBoardCodes].map((subject): EditionKey => ({ kind: 'records', subject, area, language })))),
  ]
}

const exchangeOf = { wall: 'wall', records: 'wallRecords', states: 'wallStates' } as const satisfies Record<EditionKey['kind'], CityExchange>

async function partOf(open: OpenCity, key: EditionKey, month: string | null, head: Pick<Edition, 'id' | 'name' | 'day' | 'frozen'>): Promise<EditionPart> {
  const query = {
    ...(key.area !== '' && { area: key.area }), ...(month !== null && { month }),
    ...(key.kind === 'records' && { subject: key.subject, limit: keptRecords }), ...(key.kind === 'states' && { lens: key.subject }),
  }
  const reply = await answer(open, { name: exchangeOf[key.kind], path: {}, query, language: key.language || 'zh', reader: asked })
  return { key, headers: reply.headers, body: await compressed(key.kind === 'states' ? reply.body : frozenText(reply, key.kind, head)) }
}

/** Says of itself which edition it is of; records end where they end. */
function frozenText({ body }: Reply, kind: 'wall' | 'records', head: Pick<Edition, 'id' | 'name' | 'day' | 'frozen'>): string {
  const told = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>
  return JSON.stringify(kind === 'wall' ? { ...told, edition: head } : { ...told, next: null })
}

const compressed: (text: string | Uint8Array) => Promise<Uint8Array> = promisify(gzip)

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** Sixteen random signs. */
const freshId = (): string => `ed-${Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('')}`
