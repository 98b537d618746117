// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { useGapStore } from '../../../web/stores/gaps.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { useSelectionStore } from '../../../web/stores/selection.ts'
import { withStores } from '../mounted.ts'

const put = { asked: { category: 'canteen', area: '310101001' }, lang: 'zh' as const, revision: null }

describe('the chosen building', () => {
  it('is known by its id when it is on the list', async () => {
    const server = withStores()
    await useGapStore().ask({ ...put, sort: 'need' })
    await useSelectionStore().chooseOnMap(4, put)
    expect(useQuestionStore().values.building).toBe('b-2')
    expect(server.asked.filter((ask) => ask.path.includes('/basket'))).toEqual([])
  })
  it('is asked for by its dense index when only the map knows it', async () => {
    withStores()
    const selection = useSelectionStore()
    await selection.chooseOnMap(77, put)
    expect(useQuestionStore().values.building).toBe('x-77')
    expect(selection.index).toBe(77)
    expect(selection.basket?.building.id).toBe('x-77')
  })
  it('is not asked for twice, but again when the question changes; the basket looks beyond the asked area', async () => {
    const server = withStores()
    const selection = useSelectionStore()
    await selection.chooseOnMap(77, put)
    await selection.askBasket(put)
    await selection.askBasket({ ...put, asked: { category: 'clinic' } })
    const baskets = server.asked.filter((ask) => ask.path.includes('/basket'))
    expect(baskets.map((ask) => ask.query.toString())).toEqual(['category=canteen', 'category=clinic'])
  })
  it('has no basket of another building', async () => {
    withStores()
    const selection = useSelectionStore()
    selection.choose('b-1')
    await selection.askBasket(put)
    expect(selection.basket?.building.id).toBe('b-1')
    selection.choose('b-2')
    expect(selection.basket).toBeNull()
  })
})
