import { expect, test } from 'vitest'
import { mostTourSteps } from '../../../../geodata/model/tour.ts'
import { createClient } from '../../../../web/api/client.ts'
import { useTourEditing } from '../../../../web/screen/tour/editing.ts'
import { stepOf, viewOf, type WallView } from '../../../../web/screen/tour/stepView.ts'
import { tourAnswer, tourServer, tourStep } from './tourServer.ts'

const view: WallView = { area: '310101001', only: ['310101001001'], camera: { lon: 116.4, lat: 39.9, zoom: 15, pitch: 30, bearing: -10 }, building: 7, subject: 'meals', month: '2026-03' }
const begun = (tours = [tourAnswer('t-one', [tourStep({ words: '甲' }), tourStep({ words: '乙' }), tourStep({ words: '丙' })])]) => {
  const server = tourServer(tours), edit = useTourEditing(createClient(server.fetcher), () => 'zh')
  return { tours, server, edit, words: () => edit.draft.value?.steps.map((step) => step.words).join('') }
}

test('a view becomes a step and the step the same view again; a building is left out while the map is not known', () => {
  const step = stepOf(view, 'v1', { words: '', notes: '', seconds: 12 })
  expect([viewOf(step), step.place.building]).toEqual([view, { index: 7, version: 'v1' }])
  expect(viewOf(stepOf(view, null, { words: '', notes: '', seconds: 12 }))).toEqual({ ...view, building: null })
})

test('steps are added, replaced, moved, spoken and removed; nothing is sent until it is saved', async () => {
  const { tours, server, edit, words } = begun()
  edit.open(tours[0])
  expect([edit.dirty.value, edit.savable.value]).toEqual([false, false])
  edit.moveStep(0, 1)
  edit.moveStep(0, -1)
  edit.speakStep(2, { words: '丁', seconds: 30 })
  edit.addStep(view, 'v1')
  edit.removeStep(0)
  edit.replaceStep(0, view, 'v1')
  expect([words(), edit.draft.value?.steps[0]?.place.area, edit.dirty.value, server.asked.length]).toEqual(['甲丁', '310101001', true, 0])
  expect(await edit.save()).toBe(true)
  const [sent] = server.askedFor('/api/v1/tours/t-one')
  expect([sent.method, sent.headers.get('if-match'), edit.dirty.value, tours[0].steps.map((step) => step.seconds)]).toEqual(['PATCH', '"t-one-1"', false, [10, 30, 12]])
  edit.change({ name: '  ' })
  expect(edit.savable.value).toBe(false)
})

test('a new tour needs a name and a step, and holds sixty at most', async () => {
  const { tours, edit } = begun([])
  edit.open(null)
  expect([edit.dirty.value, edit.savable.value]).toEqual([false, false])
  edit.change({ name: '新的' })
  for (let i = 0; i < mostTourSteps + 5; i++) edit.addStep(view, null)
  expect([edit.draft.value?.steps.length, edit.full.value, edit.savable.value]).toEqual([mostTourSteps, true, true])
  expect([await edit.save(), tours[0].name, edit.draft.value?.id]).toEqual([true, '新的', tours[0].id])
})

test('what somebody else saved first is told and waits: taken, or overwritten when that is said', async () => {
  const { tours, edit } = begun()
  const [mine] = tours
  const theirs = (): void => { tours[0] = tourAnswer('t-one', [tourStep({ words: '对方' })], { etag: '"theirs"', by: '王五' }) }
  edit.open(mine)
  edit.change({ name: '我的' })
  theirs()
  expect([await edit.save(), edit.conflict.value, tours[0].by, edit.draft.value?.name]).toEqual([false, tours[0], '王五', '我的'])
  edit.takeTheirs()
  expect([edit.draft.value?.steps[0]?.words, edit.conflict.value, edit.dirty.value]).toEqual(['对方', null, false])
  edit.open(mine)
  edit.change({ name: '我的' })
  await edit.save()
  expect([await edit.keepMine(), tours[0].name, edit.conflict.value]).toEqual([true, '我的', null])
  // Somebody removes it while it is being written.
  edit.change({ name: '还在写' })
  tours.length = 0
  expect([await edit.save(), edit.conflict.value]).toEqual([false, 'gone'])
  expect([await edit.saveAsNew(), tours.map(({ name }) => name)]).toEqual([true, ['还在写']])
})

test('a tour that was removed comes back under its own id', async () => {
  const { tours, edit } = begun()
  edit.open(tours[0])
  expect([await edit.remove(), tours, edit.draft.value, edit.removed.value?.id]).toEqual([true, [], null, 't-one'])
  expect([await edit.undo(), tours.map(({ id }) => id), edit.removed.value, edit.draft.value?.steps.length]).toEqual([true, ['t-one'], null, 3])
})
