// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { useRouter } from 'vue-router'
import type { TourAnswer } from '../../../../geodata/contract/tours.ts'
import { mirrorAddress } from '../../../../web/composables/address.ts'
import type { PlayerClock } from '../../../../web/screen/tour/player.ts'
import TourBar from '../../../../web/screen/tour/TourBar.vue'
import { useTour, type Tour } from '../../../../web/screen/tour/useTour.ts'
import { useWall } from '../../../../web/screen/useWall.ts'
import { useCityStore } from '../../../../web/stores/city.ts'
import { useLiveStore } from '../../../../web/stores/live.ts'
import { useQuestionStore } from '../../../../web/stores/question.ts'
import { useSessionStore } from '../../../../web/stores/session.ts'
import { useSpeechStore } from '../../../../web/stores/speech.ts'
import { useWallStore } from '../../../../web/stores/wall.ts'
import { screenTourZh } from '../../../../web/text/screenTour.zh.ts'
import { mounted, settle } from '../../mounted.ts'
import { tourAnswer, tourServer, tourStep } from './tourServer.ts'

const camera = { centre: [116.4, 39.9] as [number, number], zoom: 15, pitch: 30, bearing: 0 }
const list: TourAnswer[] = [
  tourAnswer('t-meals', [tourStep({ words: '吃饭', notes: '先说分母', subject: 'meals', seconds: 10 }), tourStep({ place: { area: '310101001', only: ['310101001001'], camera, building: null }, subject: 'shutRooms', month: '2026-03', seconds: 5 })]),
  tourAnswer('t-other', [tourStep({ gone: 'area', goneSaid: '没有了' }), tourStep({ words: '治理', seconds: 8 })]),
]

/** Passes time by hand. */
const handClock = () => {
  let now = 0, due: { at: number; run: () => void } | null = null
  const clock: PlayerClock = { now: () => now, after: (milliseconds, run) => { const mine = { at: now + milliseconds, run }; due = mine; return () => { if (due === mine) due = null } } }
  return { clock, get waiting() { return due !== null }, pass(milliseconds: number) {
    const end = now + milliseconds
    for (let next = due; next && next.at <= end; next = due) {
      due = null
      now = next.at
      next.run()
    }
    now = end
  } }
}

const begun = async (wanted: readonly string[] | null, tours: TourAnswer[] = list) => {
  const time = handClock()
  let tour: Tour | null = null
  const Wall = defineComponent({ setup() {
    tour = useTour({ wanted: () => wanted, clock: time.clock })
    return () => h('div', [h('button', { class: 'elsewhere' }), tour && h(TourBar, { tour })])
  } })
  const page = await mounted(Wall, { path: '/screen', server: tourServer(tours) })
  useSpeechStore().learn(screenTourZh)
  await useSessionStore().read()
  await useCityStore().refresh()
  await settle()
  if (!tour) throw new Error('no tour was set up')
  return { ...page, time, tour: tour as Tour, question: useQuestionStore(), wall: useWallStore() }
}

test('a playlist of the address plays at once: each step moves the wall, and what is shown is held', async () => {
  const { tour, time, question, wall, wrapper } = await begun(['t-other', 't-meals'])
  expect([tour.playlist.value.map(({ id }) => id), tour.words.value, wall.holding]).toEqual([['t-other', 't-meals'], '治理', true])
  time.pass(8_000)
  expect([tour.words.value, tour.notes.value, wall.values.subject, wall.values.shows]).toEqual(['吃饭', '先说分母', 'meals', 'meals'])
  time.pass(10_000)
  expect([question.values.area, question.values.map, wall.values.only, wall.values.month, wall.values.subject]).toEqual(['310101001', { lon: 116.4, lat: 39.9, zoom: 15, pitch: 30, bearing: 0 }, ['310101001001'], '2026-03', 'shutRooms'])
  time.pass(5_000)
  await settle()
  expect([tour.words.value, question.values.area, wall.holding]).toEqual(['治理', null, true])
  tour.stop()
  expect([wall.holding, time.waiting]).toEqual([false, false])
  wrapper.unmount()
})

test('the end of a tour opens no drawer of its last subject; one that a person opened meanwhile stays', async () => {
  const { tour, wall, wrapper } = await begun(['t-meals'])
  expect(wall.values.subject).toBe('meals')
  tour.stop()
  expect([tour.mode.value, wall.values.subject, wall.values.shows]).toEqual(['stopped', null, 'meals'])
  tour.play()
  wall.open('rooms')
  tour.stop()
  expect([tour.mode.value, wall.values.subject]).toEqual(['stopped', 'rooms'])
  wrapper.unmount()
})

test('a tour that somebody saved is there once the wall hears of it', async () => {
  const tours = [list[0]]
  const { tour, wrapper } = await begun([], tours), live = useLiveStore()
  live.hearTours('1')
  tours.push(list[1])
  await settle()
  expect(tour.tours.value.length).toBe(1)
  live.hearTours('2')
  await settle()
  expect(tour.tours.value.map(({ id }) => id)).toEqual(list.map(({ id }) => id))
  wrapper.unmount()
})

test('a touch on the wall stops it for a minute; one on what steers the tour does not', async () => {
  const { tour, time, wrapper } = await begun([])
  await settle()
  const press = (selector: string): void => { wrapper.find(selector).element.dispatchEvent(new Event('pointerdown', { bubbles: true })) }
  press('[data-tour]')
  expect(tour.mode.value).toBe('playing')
  press('.elsewhere')
  expect(tour.mode.value).toBe('held')
  time.pass(59_999)
  expect(tour.at.value).toEqual({ tour: 0, step: 0 })
  time.pass(1)
  expect(tour.mode.value).toBe('playing')
  wrapper.unmount()
  expect(time.waiting).toBe(false)
})

test('a phone steers it, and nothing plays before somebody says so', async () => {
  const { tour, time, wrapper } = await begun(null)
  time.pass(600_000)
  expect([tour.mode.value, tour.at.value]).toEqual(['stopped', null])
  expect(tour.steer({ kind: 'theme', theme: 'red' })).toBe(false)
  expect([tour.steer({ kind: 'next' }), tour.words.value, tour.mode.value]).toEqual([true, '吃饭', 'paused'])
  tour.steer({ kind: 'step', step: 1 })
  expect(tour.at.value).toEqual({ tour: 0, step: 1 })
  tour.steer({ kind: 'play' })
  expect(tour.playing.value).toBe(true)
  tour.steer({ kind: 'pause' })
  time.pass(600_000)
  expect([tour.mode.value, tour.at.value]).toEqual(['paused', { tour: 0, step: 1 }])
  wrapper.unmount()
})

test('the bar says where it is in words, and every button has a name', async () => {
  const { tour, wrapper } = await begun(['t-meals'])
  await settle()
  expect(wrapper.find('.words').text()).toBe('吃饭')
  expect(wrapper.text()).toContain('正在播放')
  for (const button of wrapper.findAll('[data-tour] button')) expect(button.attributes('aria-label')).toMatch(/\S/)
  await wrapper.find('[aria-label="暂停"]').trigger('click')
  expect([tour.mode.value, wrapper.text().includes('已暂停')]).toEqual(['paused', true])
  await wrapper.find('[aria-label="退出路线"]').trigger('click')
  expect(wrapper.find('[data-tour]').exists()).toBe(false)
  wrapper.unmount()
})

test('the steps of a tour stand in the address and are none to go back to; what a person opens is one', async () => {
  const time = handClock()
  const Wall = defineComponent({ setup() {
    mirrorAddress(useRouter())
    useWall()
    useTour({ wanted: () => ['t-meals'], clock: time.clock })
    return () => h('div')
  } })
  const steps: string[] = []
  const { wrapper, router } = await mounted(Wall, { path: '/screen', server: tourServer(list) })
  const push = router.push
  router.push = (to) => { steps.push(router.resolve(to).fullPath); return push(to) }
  await useSessionStore().read()
  await useCityStore().refresh()
  await settle()
  for (const [milliseconds, shown] of [[0, 'subject=meals'], [10_000, 'area=310101001'], [5_000, 'subject=meals']] as const) {
    time.pass(milliseconds)
    await settle()
    expect(router.currentRoute.value.fullPath).toContain(shown)
  }
  expect(steps).toEqual([])
  useWallStore().change({ subject: 'rooms' })
  await settle()
  useQuestionStore().change({ area: '310101001' })
  await settle()
  expect(steps).toEqual([expect.stringContaining('subject=rooms'), expect.stringContaining('area=310101001')])
  wrapper.unmount()
})
