import { describe, expect, test } from 'vitest'
import { answerCoverage } from '../../geodata/kernel/coverage.ts'
import { answerGaps } from '../../geodata/kernel/gaps.ts'
import { identitiesOf } from '../../geodata/kernel/identities.ts'
import { fillQuestion } from '../../geodata/kernel/question.ts'
import { answerStates } from '../../geodata/kernel/states.ts'
import type { Admission } from '../../geodata/model/facility.ts'
import type { Overlay } from '../../geodata/model/overlay.ts'
import { emptyOverlay } from '../../geodata/model/overlay.ts'
import { buildingStates } from '../../geodata/model/question.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { builtCity, planted, usualSeed } from './planted.ts'

const everyone: Admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }
/** 社区食堂 for people of 60 and over within ten minutes on foot at the planning speed of 1 m/s: 600 m. */
const question = fillQuestion(catalogue, { category: 'canteen', group: '60plus', limit: { minutes: 10 }, profile: 'planning' })

const within10percent = (value: number, figure: number): void => {
  expect(value).toBeGreaterThanOrEqual(figure * 0.9)
  expect(value).toBeLessThanOrEqual(figure * 1.1)
}

describe.each([usualSeed, 7])('the stories of seed %i', (seed) => {
  const city = builtCity(seed)
  const stories = planted(seed).stories
  const ids = planted(seed).all('building').map((building) => building.id)
  const rowIds = Array.from(city.buildings.dense, (dense) => ids[dense])
  const residents = new Map(planted(seed).all('building').map((building) => [building.id, building.residents]))
  const covered = buildingStates.indexOf('covered')
  const newlyCovered = (before: Overlay, after: Overlay): { buildings: string[]; all: number; over60: number } => {
    const [was, is] = [answerStates(city, before, question), answerStates(city, after, question)]
    const buildings = rowIds.filter((_, index) => is[index] === covered && was[index] !== covered)
    return { buildings, all: sum(buildings, 'all'), over60: sum(buildings, 'over60') }
  }
  const sum = (ids: readonly string[], group: 'all' | 'over60'): number => ids.reduce((total, id) => total + (residents.get(id)?.[group] ?? 0), 0)
  const opened: Overlay = { ...emptyOverlay, admissions: [{ facility: stories.wall.canteen, admission: everyone }] }
  const { figures } = stories.wall

  test('opening the design institute\'s canteen gains about 1,340 residents, 412 of them 60 and over', () => {
    const gain = newlyCovered(emptyOverlay, opened)
    within10percent(gain.all, figures.opening.all)
    within10percent(gain.over60, figures.opening.over60)
    expect(gain.buildings.toSorted()).toEqual(stories.wall.opening.toSorted())
  })

  test('a new room nearby gains about 1,510 residents but only 388 of 60 and over', () => {
    const gain = newlyCovered(emptyOverlay, { ...emptyOverlay, added: [stories.wall.newRoom] })
    within10percent(gain.all, figures.newRoom.all)
    within10percent(gain.over60, figures.newRoom.over60)
  })

  test('opening the locked side gate as well adds about 260 residents', () => {
    within10percent(newlyCovered(opened, { ...opened, openedGates: [stories.wall.gate] }).all, figures.sideGate)
  })

  test('the gain of opening is the same when coverage is asked for', () => {
    const [before, after] = [emptyOverlay, opened].map((overlay) => answerCoverage(city, overlay, question).summary.residentsCovered)
    within10percent(after - before, figures.opening.over60)
  })

  test('nine buildings with 1,120 residents lie 280 m from a canteen and 1,450 m by the bridge', () => {
    const gaps = answerGaps(city, emptyOverlay, question)
    const site = planted(seed).all('facility').find((facility) => facility.id === stories.river.canteen)
    expect(site?.name).toBe('江南社区食堂')
    expect(stories.river.buildings).toHaveLength(9)
    within10percent(sum(stories.river.buildings, 'all'), 1120)
    const index = city.facilities.ids.indexOf(stories.river.canteen)
    const rows = stories.river.buildings.map((id) => rowIds.indexOf(id))
    const straight = rows.map((row) => Math.hypot(city.buildings.x[row] - city.facilities.x[index], city.buildings.y[row] - city.facilities.y[index]))
    within10percent(straight.reduce((a, b) => a + b, 0) / 9, 280)
    const walks = rows.map((row) => {
      const gap = Array.from({ length: gaps.count }, (_, at) => at).find((at) => gaps.building[at] === row)
      expect(gap).toBeDefined()
      expect(gaps.nearest[gap ?? 0]).toBe(index)
      return gaps.metres[gap ?? 0]
    })
    within10percent(walks.reduce((a, b) => a + b, 0) / 9, 1450)
  })

  test('every state a planner can meet today stands somewhere on the map', () => {
    const states = new Set(answerStates(city, emptyOverlay, question))
    for (const state of ['covered', 'marginal', 'uncovered', 'cut', 'nodata', 'other'] as const) expect(states).toContain(buildingStates.indexOf(state))
  })

  test('the estate without a way out is not connected, and nothing else is', () => {
    const states = answerStates(city, emptyOverlay, question)
    const cut = rowIds.filter((_, index) => states[index] === buildingStates.indexOf('cut'))
    expect(cut.toSorted()).toEqual(stories.cutOff.toSorted())
  })

  test('every identity of the kernel holds on it', () => {
    expect(identitiesOf(city, emptyOverlay, question).filter((identity) => !identity.holds)).toEqual([])
  })
})
