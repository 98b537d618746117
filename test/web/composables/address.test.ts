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
