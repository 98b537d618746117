// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { mirrorAddress } from '../../../web/composables/address.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { settle, withStores } from '../mounted.ts'

const at = (zoom: number) => ({ zoom, lat: 30.4, lon: 112.6, bearing: 0, pitch: 0 })

/** More navigations than these and two changes undo each other: the test ends instead of hanging. */
const mostNavigations = 20

test('of two changes that follow each other while the first is on its way into the address, the later one stands in both', async () => {
  withStores()
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/screen', component: {}, meta: { shares: ['map', 'area'] } }] })
  await router.push('/screen?map=12/30.4/112.6')
  let navigations = 0
  router.beforeEach(() => { navigations += 1; return navigations <= mostNavigations || new Promise<boolean>(() => undefined) })
  mirrorAddress(router)
  const question = useQuestionStore()
  for (const zoom of [13, 14, 15]) {
    question.change({ map: at(zoom) })
    await nextTick()
  }
  await settle()
  expect(question.values.map).toEqual(at(15))
  expect(router.currentRoute.value.query['map']).toBe('15/30.4/112.6')
  expect(navigations).toBe(3)
  // A step of the browser is still read.
  await router.replace('/screen?map=11/30.4/112.6&area=990101')
  expect([question.values.map, question.values.area]).toEqual([at(11), '990101'])
})

test('a parameter that a view has for itself stays while the question is written, though the question knows its name: the building of a wall\'s link', async () => {
  withStores()
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/screen', name: 'screen', component: {}, meta: { shares: ['map', 'area'] } }, { path: '/plan', name: 'plan', component: {}, meta: { shares: ['map', 'area', 'building'] } }] })
  await router.push('/screen?building=120&area=990101')
  mirrorAddress(router)
  const question = useQuestionStore()
  question.change({ map: at(15) })
  await settle()
  expect(router.currentRoute.value.query).toEqual({ building: '120', area: '990101', map: '15/30.4/112.6' })
  // Where it is the question's it is written and taken back as such.
  await router.push('/plan?building=b-1')
  question.change({ building: null })
  await settle()
  expect(router.currentRoute.value.query).toEqual({})
})
