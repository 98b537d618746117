import { describe, expect, test } from 'vitest'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { groups } from '../../../geodata/model/facility.ts'
import type { Question } from '../../../geodata/model/question.ts'
import type { Step } from '../../../geodata/model/step.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { encodePack } from '../../../geodata/kernel/pack.ts'
import { unproject } from '../../../geodata/kernel/plane.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { overlayOfSteps } from '../../../geodata/kernel/stepOverlay.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { deskWorkerOn, type DeskPort } from '../../../web/plan/deskWorker.ts'
import { newestOnly } from '../../../web/plan/newest.ts'
import { deskLogic } from '../../../web/workers/deskLogic.ts'
import { notInPack, type DeskAnswers, type DeskAsk, type DeskKind, type DeskReply } from '../../../web/workers/deskMessages.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'

const raw = randomCity(20_261_123)
const city = buildCity(catalogue, raw.box, recordsOf(raw))
const question: Question = { category: 'canteen', area: null, limit: { metres: 250 }, metric: 'network', profile: 'planning', group: 'all', at: null }
const admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] } as const
const somewhere = (() => {
  const random = seededRandom(7), { nodeCount, nodeX, nodeY } = city.network
  return () => {
    const node = Math.floor(random() * nodeCount)
    return unproject(city.plane, nodeX[node] + random() * 10, nodeY[node] + random() * 10)
  }
})()
const put = (id: string, position = somewhere()): Step => ({ kind: 'add', site: { id, name: '新食堂', category: 'canteen', position, admission, hours: null, seats: null, candidate: null } })

const packOf = (area: number): ArrayBuffer => Uint8Array.from(encodePack(city, area)).buffer
/** A worker's logic with the city of an area in it. */
const desk = (area = -1) => {
  const logic = deskLogic()
  let number = 0
  const told = (ask: DeskAsk): DeskReply => logic({ number: ++number, ask }).reply
  const ask = <K extends DeskKind>(kind: K, rest: Omit<Extract<DeskAsk, { kind: K }>, 'kind'>): DeskAnswers[K] => {
    const reply = told({ kind, ...rest } as unknown as DeskAsk)
    if (!reply.ok) throw new Error(reply.fault.message)
    return reply.answer as DeskAnswers[K]
  }
  ask('open', { pack: packOf(area) })
  return { ask, told }
}

describe('the worker of the desk', () => {
  test('answers steps as the kernel answers the city they make', () => {
    const { ask } = desk()
    const steps: Step[] = [put('s-1'), put('s-2'), { kind: 'close', facility: 'f0' }, { kind: 'move', facility: 'f3', position: somewhere() }]
    const found = ask('whatIf', { question, steps, moment: null })
    const after = overlayOfSteps(city, emptyOverlay, steps, null)
    const [today, then] = [answerCoverage(city, emptyOverlay, question), answerCoverage(city, after, question)]
    expect([found.before.residents.covered, found.after.residents.covered, found.after.land.covered, found.after.communities.covered]).toEqual([today.summary.residentsCovered, then.summary.residentsCovered, then.summary.landCovered, then.summary.communitiesCovered])
    expect(found.after.everyone).toEqual({ covered: then.summary.residentsCovered, total: then.summary.residentsTotal, estimated: then.summary.residentsEstimated })
    expect(found.states).toEqual(answerStates(city, after, question))
  })

  test('a site that is dragged shows at every place what the kernel shows with the site there, and gains as much over the steps as they stand', () => {
    const { ask } = desk()
    const steps = [put('s-1')]
    const bare = overlayOfSteps(city, emptyOverlay, steps, null)
    ask('ghost', { question, steps, without: steps, moment: null, site: { category: 'canteen', admission } })
    const shown = answerStates(city, bare, question)
    for (let move = 0; move < 40; move++) {
      const position = somewhere()
      const made = ask('move', { position, front: move % 2 === 0 })
      made.changes.indices.forEach((index, k) => { shown[index] = made.changes.states[k] })
      if (made.metres) expect([...made.metres]).toEqual([...made.metres].toSorted((a, b) => a - b))
      if (made.snapMetres === null) continue
      const there = overlayOfSteps(city, emptyOverlay, [...steps, put('s-2', position)], null)
      expect(shown, `move ${move}`).toEqual(answerStates(city, there, question))
      expect(made.covered).toBe(answerCoverage(city, there, question).summary.residentsCovered)
      for (const group of groups) expect(made.gained[group]).toBe(answerCoverage(city, there, { ...question, group }).summary.residentsCovered - answerCoverage(city, bare, { ...question, group }).summary.residentsCovered)
    }
  })

  test('a site of the city that is taken up counts over the steps as they stand, so that back at its place it gains nothing', () => {
    const { ask } = desk()
    const site = ask('site', { id: 'f0' })
    if (!site) throw new Error('expected the site f0')
    const { changes } = ask('ghost', { question, steps: [], without: [{ kind: 'close', facility: 'f0' }], moment: null, site })
    const shown = answerStates(city, emptyOverlay, question)
    changes.indices.forEach((index, k) => { shown[index] = changes.states[k] })
    expect(shown).toEqual(answerStates(city, { ...emptyOverlay, closed: ['f0'] }, question))
    const home = ask('move', { position: site.position, front: false })
    home.changes.indices.forEach((index, k) => { shown[index] = home.changes.states[k] })
    expect([home.gained.all, home.buildingsGained]).toEqual([0, 0])
    expect(shown).toEqual(answerStates(city, emptyOverlay, question))
  })

  test('far from every street it says how far, and gains nobody', () => {
    const { ask } = desk()
    ask('ghost', { question, steps: [], without: [], moment: null, site: { category: 'canteen', admission } })
    const { plane, network } = city
    const made = ask('move', { position: unproject(plane, Math.min(...network.nodeX) - 300, 0), front: false })
    expect([made.snapMetres, made.gained.all, made.changes.indices.length]).toEqual([null, 0, 0])
    expect(made.streetMetres).toBeGreaterThan(200)
  })

  test('at an hour whoever is shut then counts for nobody, and steps count by their hours', () => {
    const { ask } = desk()
    const at = '2026-02-11T11:00:00+08:00'
    const sites = city.facilities.ids
    const ofHours = (hours: string) => ask('whatIf', { question: { ...question, at }, moment: { at, shut: sites, holidays: catalogue.holidays }, steps: [{ kind: 'hours', facility: 'f0', hours }] })
    expect(ofHours('每天 17:00-19:00').after.residents.covered).toBe(0)
    expect(ofHours('每天 10:30-13:00').after.residents.covered).toBe(ask('whatIf', { question, moment: null, steps: sites.filter((id) => id !== 'f0').map((facility) => ({ kind: 'close', facility })) }).after.residents.covered)
  })

  test('a pack of an area names buildings as the map of the city does', () => {
    const code = city.areas.codes[1]
    const here = { ...question, area: code }
    const steps = [put('s-1')]
    const { states, after } = desk(1).ask('whatIf', { question: here, steps, moment: null })
    const whole = answerStates(city, overlayOfSteps(city, emptyOverlay, steps, null), here)
    states.forEach((state, index) => { if (state !== notInPack) expect(state, String(index)).toBe(whole[index]) })
    expect(after.residents.covered).toBe(answerCoverage(city, overlayOfSteps(city, emptyOverlay, steps, null), here).summary.residentsCovered)
  })

  test('a step that cannot be done is told by its number and reason, and nothing before a pack is', () => {
    const { told } = desk()
    expect(told({ kind: 'whatIf', question, moment: null, steps: [put('s-1'), { kind: 'close', facility: 'nobody' }] })).toMatchObject({ ok: false, fault: { step: 1, code: 'unknownFacility', details: { found: 'nobody' } } })
    expect(deskLogic()({ number: 1, ask: { kind: 'leave' } }).reply.ok).toBe(true)
    expect(deskLogic()({ number: 1, ask: { kind: 'site', id: 'f0' } }).reply).toMatchObject({ ok: false, fault: { step: null } })
  })
})

describe('asking the worker', () => {
  const port = () => {
    const sent: number[] = []
    let hear: (event: { data: DeskReply }) => void = () => undefined
    const fake: DeskPort = { postMessage: ({ number }) => { sent.push(number) }, addEventListener: (name: string, listener: unknown) => { if (name === 'message') hear = listener as typeof hear }, terminate: () => undefined }
    return { fake, sent, answer: (number: number) => hear({ data: { number, ok: true, answer: null } }) }
  }
  test('every answer goes to its own question, and an ended worker answers all the same', async () => {
    const { fake, sent, answer } = port()
    const worker = deskWorkerOn(fake)
    const [first, second] = [worker.ask({ kind: 'leave' }), worker.ask({ kind: 'leave' })]
    answer(sent[1])
    expect(await second).toEqual({ ok: true, answer: null })
    worker.end()
    expect(await first).toMatchObject({ ok: false })
    expect(await worker.ask({ kind: 'leave' })).toMatchObject({ ok: false })
  })

  test('while a move is worked out only the newest that comes is kept, and what was dropped is not told', async () => {
    const asked: number[] = [], told: number[] = []
    let done: (() => void) | null = null
    const moves = newestOnly<number, number>((move) => new Promise((resolve) => {
      asked.push(move)
      done = () => resolve(move)
    }), (answer) => told.push(answer))
    const finish = async (): Promise<void> => {
      done?.()
      await new Promise((resolve) => { setTimeout(resolve, 0) })
    }
    for (const move of [1, 2, 3, 4]) moves.put(move)
    await finish()
    await finish()
    expect([asked, told]).toEqual([[1, 4], [1, 4]])
    moves.put(5)
    moves.drop()
    await finish()
    expect([asked, told]).toEqual([[1, 4, 5], [1, 4]])
  })
})
