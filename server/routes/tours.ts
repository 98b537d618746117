import { randomInt } from 'node:crypto'
import type { AnswerOf, BodyOf } from '../../geodata/contract/exchange.ts'
import type { meta } from '../../geodata/contract/meta.ts'
import type { tourAdd, TourAnswer, tourSave } from '../../geodata/contract/tours.ts'
import type { wall } from '../../geodata/contract/wall.ts'
import type { AreaLevel } from '../../geodata/model/area.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import { mostTours, type TourGap, type TourStep } from '../../geodata/model/tour.ts'
import { wallBoardCodes, wallNumberCodes } from '../../geodata/model/wall.ts'
import { fillSentence, type Language } from '../../geodata/words/sentence.ts'
import { tourGapWords } from '../../geodata/words/tours.ts'
import { checkTexts } from '../answers/checked-texts.ts'
import { Refusal } from '../answers/refusal.ts'
import { jsonReply, type Reply } from '../answers/reply.ts'
import { usualTour } from '../answers/wall/usual-tour.ts'
import type { Asked, Route } from '../http/exchange-handler.ts'
import type { Writer } from '../jobs/writer.ts'
import { actorOf, readerOf, type Caller } from '../security/caller.ts'
import type { Reading, Store } from '../store/store.ts'
import type { TourOutcome, TourRow } from '../store/tours.ts'
import type { World } from '../world.ts'
import { ifMatchOf } from './records.ts'

export type TourRoutesSetting = { tours: Store['tours']; writer: Pick<Writer, 'tour'>; reading: Pick<Reading, 'area'>; world: Pick<World, 'ask' | 'tileVersions'>; /** Walls hear of what was written. */ changed: () => Promise<void> }
export type TourRoutes = Record<'tours' | 'tourAdd' | 'tourSave' | 'tourRemove', Route>

/** 讲解路线: what walls play by themselves. What a step shows may go; that is said, and the step is kept. */
export function tourRoutes(setting: TourRoutesSetting): TourRoutes {
  return {
    async tours({ language, caller }) {
      const written = await setting.tours.all(), usual = written.length === 0 ? await usualOf(setting, caller, language) : null
      return jsonReply({ tours: [...await Promise.all(written.map((tour) => told(setting, tour, language))), ...(usual ? [usual] : [])] })
    },
    async tourAdd(asked) {
      const { id = freshId(), ...tour } = asked.body as BodyOf<typeof tourAdd>
      checkTexts(tour)
      return answered(setting, asked, id, await setting.writer.tour({ id, tour: { id, ...tour }, ifMatch: null, actor: actorOf(asked.caller) }, asked.language))
    },
    async tourSave(asked) {
      const id = String(asked.path['id']), tour = asked.body as BodyOf<typeof tourSave>
      checkTexts(tour)
      return answered(setting, asked, id, await setting.writer.tour({ id, tour: { id, ...tour }, ifMatch: ifMatchOf(asked), actor: actorOf(asked.caller) }, asked.language))
    },
    async tourRemove(asked) {
      const id = String(asked.path['id'])
      done(id, await setting.writer.tour({ id, tour: null, ifMatch: ifMatchOf(asked), actor: actorOf(asked.caller) }, asked.language))
      await setting.changed()
      return jsonReply({ id })
    },
  }
}

async function answered(setting: TourRoutesSetting, { language }: Asked, id: string, outcome: TourOutcome): Promise<Reply> {
  const tour = done(id, outcome)
  await setting.changed()
  if (!tour) throw new Error(`tour ${id} was written and is not there`)
  return jsonReply(await told(setting, tour, language), { etag: tour.etag })
}

/** Of what this caller's wall shows; null: of an empty city there is none. */
async function usualOf({ world }: TourRoutesSetting, caller: Caller, language: Language): Promise<TourAnswer | null> {
  try {
    // A screen shows its area, everybody else the whole.
    const area = caller.device ? caller.areas.at(0) : undefined
    const asked = async (name: 'wall' | 'meta', query: Record<string, unknown>): Promise<unknown> => JSON.parse(new TextDecoder().decode((await world.ask({ name, path: {}, query, language, reader: readerOf(caller) })).body))
    const wallOf = async (code: string | undefined): Promise<AnswerOf<typeof wall>> => await asked('wall', code === undefined ? {} : { area: code }) as AnswerOf<typeof wall>
    const whole = await wallOf(area), city = await asked('meta', {}) as AnswerOf<typeof meta>
    // An area that is all of the one above has nothing to be held against: those of which there are several are compared.
    let { children } = whole
    while (children.length === 1 && coarseLevels.includes(children[0].level)) ({ children } = await wallOf(children[0].code))
    const tour = usualTour({ ...whole, children }, { name: city.name ?? '', box: whole.area === null ? city.box : boxRound(children.flatMap(({ box }) => (box === null ? [] : [box]))) }, language)
    return { ...tour, steps: tour.steps.map((step) => ({ ...step, place: placeTold(step), gone: null, goneSaid: '' })), etag: '', changed: '', by: '', usual: true }
  } catch (error) {
    if (error instanceof Refusal && (error.value.code === 'emptyCity' || error.value.code === 'notReady')) return null
    throw error
  }
}

/** Levels whose areas have parts to visit: a single one of them is looked into. */
const coarseLevels: readonly AreaLevel[] = ['city', 'district', 'street']
const boxRound = (boxes: readonly Box[]): Box | null =>
  (boxes.length === 0 ? null : [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1])), Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3]))])

/** Throws Refusal. */
function done(id: string, outcome: TourOutcome): TourRow | null {
  if (outcome.ok) return outcome.tour
  switch (outcome.refusal) {
    case 'known': throw new Refusal('tourExists', { found: id })
    case 'unknown': throw new Refusal('unknownTour', { found: id })
    case 'full': throw new Refusal('tooManyTours', { expected: mostTours })
    case 'changed': throw new Refusal('tourChanged', { found: outcome.standing.name, actor: outcome.standing.by, at: outcome.standing.changed })
  }
}

async function told(setting: TourRoutesSetting, { id, name, etag, changed, by, steps }: TourRow, language: Language): Promise<TourAnswer> {
  return { id, name, etag, changed, by, usual: false, steps: await Promise.all(steps.map((step) => toldStep(setting, step, language))) }
}

async function toldStep(setting: TourRoutesSetting, step: TourStep, language: Language): Promise<TourAnswer['steps'][number]> {
  const gone = await goneOf(setting, step)
  return {
    ...step, place: placeTold(step),
    gone: gone?.what ?? null, goneSaid: gone ? fillSentence(tourGapWords[gone.what], { found: gone.found }, language) : '',
  }
}

const placeTold = ({ place: { area, only, camera, building } }: TourStep): TourAnswer['steps'][number]['place'] => ({ area, only: [...only], camera: camera && { ...camera, centre: [camera.centre[0], camera.centre[1]] }, building })

const subjects: readonly string[] = [...wallNumberCodes, ...wallBoardCodes]

/** The first thing of a step that is not there. A subject may be of another release. */
async function goneOf({ reading, world }: TourRoutesSetting, { place: { area, only, building }, subject }: TourStep): Promise<{ what: TourGap; found: string } | null> {
  for (const code of [...(area === null ? [] : [area]), ...only]) if (!(await reading.area(code))) return { what: 'area', found: code }
  if (subject !== null && !subjects.includes(subject)) return { what: 'subject', found: subject }
  const shown = world.tileVersions()?.outlines
  return building && shown !== undefined && building.version !== shown ? { what: 'building', found: String(building.index) } : null
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
const freshId = (): string => `t-${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`
