import { gunzipSync } from 'node:zlib'
import * as z from 'zod/mini'
import type { QueryOf } from '../../../geodata/contract/exchange.ts'
import { wall, wallBuilding, wallRecords, wallStates } from '../../../geodata/contract/wall.ts'
import type { EditionKey } from '../../../geodata/model/edition.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { EditionPart, EditionRow } from '../../store/editions.ts'
import type { Store } from '../../store/store.ts'
import type { CityAsk } from '../answer.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { jsonReply, type Reply } from '../reply.ts'
import { frozenBuilding } from './frozen-building.ts'
import { chosenAreas, frozenChoice, type FrozenWall } from './frozen-choice.ts'
import { checkProtection, type FrozenGroups } from './frozen-protection.ts'
import { frozenRecords, type FrozenRecords } from './frozen-records.ts'

/** Whether an edition is asked, and not the city. */
export const asksEdition = ({ name, query }: Pick<CityAsk, 'name' | 'query'>): boolean => frozenExchanges.includes(name) && query['edition'] !== undefined
const frozenExchanges: readonly string[] = [wall.name, wallRecords.name, wallStates.name, wallBuilding.name]

/**
 * What an edition answers: bytes that were frozen, or of a choice of areas what is put together from them. The city that is open now has no part in it, but that a building is called by its name. Everybody is
 * answered as the leader it was frozen for, if the rule on small groups has not become stricter (`groups`: what is known of it). Throws Refusal: unknownEdition, editionTooFine, unknownArea, notFrozen, otherOutlines, unknownBuilding, editionDamaged, badParameter, conflictingParameters.
 */
export async function editionReply(editions: Store['editions'], { name, path, query, language, reader }: CityAsk, open: OpenCity | null, groups: FrozenGroups): Promise<Reply> {
  if (name === wallStates.name) {
    const { edition, part } = await statesOf(editions, z.parse(wallStates.query, query))
    return { body: bodyOf(part), mediaType: 'application/octet-stream', headers: { ...part.headers, 'x-linli-geometry': edition.geometry } }
  }
  if (name === wallBuilding.name) {
    const { edition, part } = await statesOf(editions, z.parse(wallBuilding.query, query))
    return jsonReply(await frozenBuilding(open, z.parse(wallBuilding.pathParameters, path).index, edition, bodyOf(part), language))
  }
  // States say nothing of persons; walls and records do.
  const protect: Protect = (edition) => checkProtection(open, reader, edition, groups, async () => {
    const whole = await kept(editions, edition, { kind: 'wall', subject: '', area: '', language: 'zh' })
    if (!whole) throw new Refusal('notFrozen', { edition: edition.name, found: wall.name })
    return wallOf(whole)
  })
  if (name === wallRecords.name) return recordsReply(editions, z.parse(wallRecords.query, query), language, protect)
  return wallReply(editions, z.parse(wall.query, query), language, protect)
}

type Protect = (edition: EditionRow) => Promise<void>

async function statesOf(editions: Store['editions'], { edition: id, month, lens }: QueryOf<typeof wallStates>): Promise<{ edition: EditionRow; part: EditionPart }> {
  const edition = await editionOf(editions, id ?? '', month)
  const part = await kept(editions, edition, { kind: 'states', subject: lens, area: '', language: '' })
  if (!part) throw new Refusal('notFrozen', { edition: edition.name, found: lens })
  return { edition, part }
}

async function wallReply(editions: Store['editions'], { edition: id, month, area, only }: QueryOf<typeof wall>, language: Language, protect: Protect): Promise<Reply> {
  const edition = await editionOf(editions, id ?? '', month)
  await protect(edition)
  const part = async (code: string, kind: 'wall' | 'part'): Promise<EditionPart | null> => kept(editions, edition, { kind, subject: '', area: code, language })
  const whole = async (code: string, parameter: 'area' | 'only'): Promise<EditionPart> => {
    const found = await part(code, 'wall')
    if (!found) throw new Refusal('unknownArea', { parameter, found: code })
    return found
  }
  if (only === undefined) return { body: bodyOf(await whole(area ?? '', 'area')), mediaType: jsonMediaType, headers: {} }
  return jsonReply(await frozenChoice({
    area: area === undefined ? null : wallOf(await whole(area, 'area')).area, only, language,
    wallOf: async (code) => wallOf(await whole(code, 'only')), partOf: async (code) => wallOf((await part(code, 'part')) ?? (await whole(code, 'only'))),
  }))
}

async function recordsReply(editions: Store['editions'], { edition: id, month, area, only, subject, cursor }: QueryOf<typeof wallRecords>, language: Language, protect: Protect): Promise<Reply> {
  const edition = await editionOf(editions, id ?? '', month)
  await protect(edition)
  if (cursor !== undefined) throw new Refusal('badCursor', { parameter: 'cursor', found: cursor })
  const part = async (code: string): Promise<EditionPart> => {
    const found = await kept(editions, edition, { kind: 'records', subject, area: code, language })
    if (found) return found
    throw new Refusal('notFrozen', { edition: edition.name, found: (await shown(code, 'area')).area?.name ?? code })
  }
  const shown = async (code: string, parameter: 'area' | 'only'): Promise<FrozenWall> => {
    const wallPart = await kept(editions, edition, { kind: 'wall', subject: '', area: code, language })
    if (!wallPart) throw new Refusal('unknownArea', { parameter, found: code })
    return wallOf(wallPart)
  }
  if (only === undefined) return { body: bodyOf(await part(area ?? '')), mediaType: jsonMediaType, headers: {} }
  const areas = await chosenAreas({ area: area === undefined ? null : (await shown(area, 'area')).area, only, wallOf: (code) => shown(code, 'only') })
  return jsonReply(frozenRecords(await Promise.all(areas.map(async ({ code }) => JSON.parse(textOf(await part(code))) as FrozenRecords)), subject === 'bestOpening'))
}

async function editionOf(editions: Store['editions'], id: string, month: string | undefined): Promise<EditionRow> {
  const edition = await editions.find(id)
  if (!edition) throw new Refusal('unknownEdition', { found: id })
  // It is of one month, or of the day it was frozen on.
  if (month !== undefined && month !== edition.month) throw new Refusal('conflictingParameters', { parameter: 'edition', other: 'month' })
  return edition
}

async function kept(editions: Store['editions'], edition: EditionRow, key: EditionKey): Promise<EditionPart | null> {
  const part = await editions.part(edition.id, key)
  if (part === 'damaged') throw new Refusal('editionDamaged', { found: edition.name })
  return part
}

const jsonMediaType = 'application/json; charset=utf-8'
const bodyOf = ({ body }: EditionPart): Uint8Array<ArrayBuffer> => Uint8Array.from(gunzipSync(body))
const textOf = (part: EditionPart): string => new TextDecoder().decode(bodyOf(part))
const wallOf = (part: EditionPart): FrozenWall => JSON.parse(textOf(part)) as FrozenWall
