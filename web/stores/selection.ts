import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { exchanges } from '../../geodata/contract/first.ts'
import { useClient } from '../api/key.ts'
import { asking } from '../composables/asking.ts'
import type { Put } from './answer.ts'
import { useGapStore } from './gaps.ts'
import { useQuestionStore } from './question.ts'

type BasketPut = Put & { building: string }

/** The chosen building with its basket, and the one under the pointer. The choice itself is in the address. */
export const useSelectionStore = defineStore('selection', () => {
  const client = useClient()
  const question = useQuestionStore()
  const gaps = useGapStore()
  const hoverIndex = ref<number | null>(null)
  /** true: chosen on the map, which then need not fly. */
  const fromMap = ref(false)
  const basketAsking = asking(({ asked: { area: _area, ...asked }, lang, building }: BasketPut, signal) =>
    client.ask(exchanges.basket, { path: { id: building }, query: asked, lang, signal }))

  const id = computed(() => question.values.building)
  /** The basket of the chosen building; null while it is on its way. */
  const basket = computed(() => (basketAsking.answer.value?.building.id === id.value ? basketAsking.answer.value : null))
  const row = computed(() => gaps.rows.find((gap) => gap.building.id === id.value) ?? null)
  const index = computed(() => basket.value?.building.index ?? row.value?.building.index ?? null)
  const position = computed(() => basket.value?.building.position ?? row.value?.building.position ?? null)

  const choose = (building: string | null): void => {
    fromMap.value = false
    question.change({ building })
  }
  /** The map knows buildings by their dense index; those on the list also have their id here, the others are asked for by index. */
  const chooseOnMap = async (dense: number | null, put: Put | null): Promise<void> => {
    fromMap.value = true
    const known = dense === null ? null : gaps.rowOfIndex(dense)?.building.id
    if (known !== undefined) return question.change({ building: known })
    if (!put) return
    await basketAsking.ask({ ...put, building: `@${dense}` })
    if (basketAsking.answer.value?.building.index === dense) question.change({ building: basketAsking.answer.value.building.id })
  }
  const askBasket = async (put: Put): Promise<void> => {
    const before = basketAsking.answeredQuestion.value
    const sameView = before !== null && JSON.stringify([before.asked, before.lang, before.revision]) === JSON.stringify([put.asked, put.lang, put.revision])
    if (id.value === null) return basketAsking.clear()
    if (basket.value && sameView) return
    await basketAsking.ask({ ...put, building: id.value })
  }
  const clear = (): void => {
    basketAsking.clear()
    hoverIndex.value = null
  }
  return {
    id, index, row, position, basket, hoverIndex, fromMap, problem: computed(() => basketAsking.problem.value), busy: computed(() => basketAsking.busy.value),
    askedAt: basketAsking.askedAt, choose, chooseOnMap, askBasket, retry: basketAsking.retry, clear,
  }
})
