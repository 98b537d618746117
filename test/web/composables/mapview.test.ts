// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { useMapView } from '../../../web/composables/mapview.ts'
import { useAnswerStore } from '../../../web/stores/answer.ts'
import { useAreaStore } from '../../../web/stores/areas.ts'
import { useCityStore } from '../../../web/stores/city.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { useSpotStore } from '../../../web/stores/spot.ts'
import { useSelectionStore } from '../../../web/stores/selection.ts'
import { coverageAnswer, loggedIn } from '../answers.ts'
import { settle, withStores } from '../mounted.ts'
import { smallServer } from '../server.ts'

const put = { asked: { category: 'canteen' }, lang: 'zh' as const, revision: null }

describe('what the map is given', () => {
  it("shows the walk of the chosen building to the asked service's nearest site, and a box round it", async () => {
    withStores()
    await useCityStore().refresh()
    await settle()
    const view = useMapView()
    expect(view.route.value).toBeNull()
    useSelectionStore().choose('b-1')
    await useSelectionStore().askBasket(put)
    expect(view.route.value).toMatchObject({ from: [121.05, 31.05], to: [121.06, 31.05], minutes: 19, admits: false })
    expect(view.routeBox.value).toEqual([121.05, 31.05, 121.06, 31.052])
    expect(view.selectedFacility.value).toBe('f-1')
    useQuestionStore().change({ metric: 'straight' })
    expect(view.route.value?.minutes).toBeNull()
  })
  it('draws a dot for each area with a label, and switches boundaries as one', async () => {
    withStores()
    await useCityStore().refresh()
    await useAnswerStore().ask(put)
    await useAreaStore().loadLabels(['community'], 'zh')
    const view = useMapView()
    expect(view.dots.value.map((dot) => [dot.code, dot.level])).toEqual([['310101001001', 'community']])
    useQuestionStore().change({ layers: ['boundaries', 'gates'] })
    expect(view.layersOn.value).toEqual(['labels', 'patterns', 'communities', 'grids', 'estates', 'gates'])
  })
  it('has no state of a building for a leader, nor for a planner beyond their areas: circles stand for them', async () => {
    const server = withStores(smallServer(({ path }) => (path === '/api/v1/session' ? { body: loggedIn('leader') } : undefined)))
    await useSessionStore().read()
    await useAnswerStore().ask(put)
    expect(server.askedFor('/api/v1/coverage/states')).toEqual([])
    expect(useMapView().coarse.value).toBe(true)
    const protection = { k: 10, finest: 'grid' as const, sentence: '少于 10 人的不显示。' }
    withStores(smallServer(({ path }) => (path === '/api/v1/coverage' ? { body: coverageAnswer({ protection }) } : undefined)))
    await useSessionStore().read()
    await useAnswerStore().ask(put)
    expect(useMapView().coarse.value).toBe(true)
  })
  it('marks a site that was looked for, and shows units while one of them is', async () => {
    withStores()
    const spot = useSpotStore()
    const view = useMapView()
    spot.show({ kind: 'facility', id: 'f-9', name: '甲', place: '', position: [121, 31] })
    expect(view.selectedFacility.value).toBe('f-9')
    spot.show({ kind: 'unit', id: 'u-9', name: '乙', place: '', position: [121, 31] })
    expect(view.layersOn.value).toContain('units')
    spot.show(null)
    expect(view.layersOn.value).not.toContain('units')
  })
  it('reads a state byte by the building\'s index', async () => {
    withStores()
    await useSessionStore().read()
    await useAnswerStore().ask(put)
    const view = useMapView()
    expect(view.coarse.value).toBe(false)
    expect(view.stateOf(0)).toBe('covered')
    expect(view.stateOf(1_000_000)).toBeNull()
  })
})
