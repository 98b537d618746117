// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import SaveScenario from '../../../web/plan/save/SaveScenario.vue'
import { useCityStore } from '../../../web/stores/city.ts'
import { useScenarioStore } from '../../../web/stores/scenario.ts'
import { mounted, settle } from '../mounted.ts'
import { smallServer } from '../server.ts'

const kept = {
  id: 'c-8ay7bdayg09q', name: '开放食堂', query: { category: 'canteen' }, steps: [{ kind: 'close', facility: 'f-1' }], etag: '"one"', changed: '2026-11-03T02:00:00.000Z', by: 'planner', base: { category: 1, network: 1, geometry: 1, residents: 1 },
  stale: [{ what: 'category', day: '2026-11-03', sentence: '社区食堂的名单在 2026 年 11 月 3 日变过，要重新算吗？' }],
} as const

test('a saved scenario says on the desk that its data changed since, and is computed again', async () => {
  const server = smallServer(({ method, path }) => (path === `/api/v1/scenarios/${kept.id}` ? { body: method === 'PATCH' ? { ...kept, etag: '"two"', stale: [] } : kept } : undefined))
  const { wrapper } = await mounted(SaveScenario, { server })
  await useCityStore().refresh()
  useScenarioStore().load({ ...kept, steps: [...kept.steps], stale: [...kept.stale] })
  await settle()
  expect(wrapper.get('.trouble').text()).toContain(kept.stale[0].sentence)
  await wrapper.get('.trouble button').trigger('click')
  await settle()
  const [sent] = server.askedFor(`/api/v1/scenarios/${kept.id}`)
  expect([sent?.method, sent?.body, sent?.headers.get('if-match')]).toEqual(['PATCH', { recomputed: true }, '"one"'])
  expect([wrapper.find('.trouble').exists(), useScenarioStore().etag]).toEqual([false, '"two"'])
  wrapper.unmount()
})
