import { randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { administrativeLevels, areaLevels } from '../../geodata/model/area.ts'
import type { Reader } from '../../geodata/contract/exchange.ts'
import type { Edition, EditionKey } from '../../geodata/model/edition.ts'
import { wallBoardCodes, wallChoiceLevels, wallLenses, wallNumberCodes } from '../../geodata/model/wall.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { answer } from '../answers/answer.ts'
import { softwareVersion } from '../answers/meta.ts'
import { openCity, type OpenCity } from '../answers/open-city.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Reply } from '../answers/reply.ts'
import { dataVersion, tileVersions } from '../answers/standing.ts'
import { readWall, type WallAsked } from '../answers/wall/asked.ts'
import { combineWall } from '../answers/wall/combine.ts'
import { areaWall } from '../answers/wall/wall-answer.ts'
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
    const frozen = now().toISOString(), head = { id: freshId(), name, day: open.day, frozen, geometry: tileVersions(open).outlines }
    const keys = keysOf(open)
    const total = keys.length, breathe = breather(signal)
    const wallAsked = await readWall(open, month === null ? {} : { month }, asked)
    parts = []
    let done = 0
    for (const key of keys) {
      progress({ stage: 'freezing', done, total })
      await breathe()
      done++
      parts.push(...(key.kind === 'wall' ? await wallParts(open, key, wallAsked, head) : [await partOf(open, key, month)]))
    }
    edition = {
      ...head, month, by, note, software: softwareVersion, catalogue: open.catalogue.version, data: dataVersion(open.versions, null),
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

/** What is asked; what a choice of areas is put together from comes with the wall. */
type WallKey = Omit<Extract<EditionKey, { kind: 'wall' | 'part' }>, 'kind'> & { kind: 'wall' }
type FrozenKey = WallKey | Extract<EditionKey, { kind: 'states' | 'records' }>

const languages: readonly Language[] = ['zh', 'en']

/** From the top down. */
function keysOf({ city: { areas } }: OpenCity): FrozenKey[] {
  const codesDownTo = (last: (typeof administrativeLevels)[number]): string[] => ['', ...administrativeLevels.slice(0, administrativeLevels.indexOf(last) + 1).flatMap((level) => areas.codes.filter((_, at) => areaLevels[areas.levels[at]] === level))]
  return [
    ...languages.flatMap((language) => codesDownTo('grid').map((area): FrozenKey => ({ kind: 'wall', subject: '', area, language }))),
    ...wallLenses.map((subject): FrozenKey => ({ kind: 'states', subject, area: '', language: '' })),
    ...languages.flatMap((language) => codesDownTo('community').flatMap((area) => [...wallNumberCodes, ...wallBoardCodes].map((subject): FrozenKey => ({ kind: 'records', subject, area, language })))),
  ]
}

type Head = Pick<Edition, 'id' | 'name' | 'day' | 'frozen' | 'geometry'>

/** Records end where they end: what comes after is not kept. */
async function partOf(open: OpenCity, key: Exclude<FrozenKey, WallKey>, month: string | null): Promise<EditionPart> {
  const ask = (name: 'wallRecords' | 'wallStates', query: Record<string, unknown>): Promise<Reply> =>
    answer(open, { name, path: {}, query: { ...query, ...(month !== null && { month }) }, language: key.language || 'zh', reader: asked })
  if (key.kind === 'states') {
    const { body, headers } = await ask('wallStates', { lens: key.subject })
    return { key, headers, body: await compressed(body) }
  }
  const { body, headers } = await ask('wallRecords', { subject: key.subject, limit: keptRecords, ...(key.area !== '' && { area: key.area }) })
  return { key, headers, body: await compressed(JSON.stringify({ ...(JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>), next: null })) }
}

/** The wall of one area, which says of itself which edition it is of; besides, where several may be chosen and its lists were cut, the whole lists. */
async function wallParts(open: OpenCity, key: WallKey, wallAsked: WallAsked, head: Head): Promise<EditionPart[]> {
  const { area, language } = key
  const whole = { ...(await areaWall(open, area === '' ? null : area, wallAsked, asked, language)), edition: head }
  const shown = JSON.stringify(combineWall([whole], null, language)), lists = JSON.stringify(whole)
  const level = whole.area?.level
  const isChosen = wallChoiceLevels.some((one) => one === level) && lists !== shown
  const part = async (kind: 'wall' | 'part', text: string): Promise<EditionPart> => ({ key: { kind, subject: '', area, language }, headers: {}, body: await compressed(text) })
  return [await part('wall', shown), ...(isChosen ? [await part('part', lists)] : [])]
}

const compressed: (text: string | Uint8Array) => Promise<Uint8Array> = promisify(gzip)

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** Sixteen random signs. */
const freshId = (): string => `ed-${Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('')}`
