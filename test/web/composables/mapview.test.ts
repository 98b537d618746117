// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { useMapView } from '../../../web/composables/mapview.ts'
import { useAnswerStore } from '../../../web/stores/answer.ts'
import { useAreaStore } from '../../../web/stores/areas.ts'
import { useCityStore } from '../../../web/stores/city.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { useSelectionStore } from '../../../web/stores/selection.ts'
import { settle, withStores } from '../mounted.ts'

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
  it('reads a state byte by the building\'s index', async () => {
    withStores()
    await useAnswerStore().ask(put)
    const view = useMapView()
    expect(view.stateOf(0)).toBe('covered')
    expect(view.stateOf(1_000_000)).toBeNull()
  })
})
