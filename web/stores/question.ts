import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { coverage } from '../../geodata/contract/coverage.ts'
import type { QueryOf } from '../../geodata/contract/exchange.ts'
import type { Limit } from '../../geodata/model/question.ts'
import { useCityStore } from './city.ts'
import type { TextKey } from '../text/zh.ts'
import { queryKeys, readQuery, standardValues, type Fault, type QueryKey, type QueryValues } from './query.ts'

export type Asked = QueryOf<typeof coverage>

/** The reader's question and view: the one thing that flows back. Mirrored in the address by composables/address.ts. */
export const useQuestionStore = defineStore('question', () => {
  const city = useCityStore()
  const values = shallowRef<QueryValues>(standardValues())
  const readFaults = shallowRef<readonly Fault[]>([])

  const category = computed(() => city.categories.find((row) => row.code === values.value.category)
    ?? city.categories.find((row) => row.facilities > 0) ?? city.categories[0] ?? null)

  /** Parts of the address that make no sense, the unknown category among them once the catalogue is here. */
  const faults = computed<readonly Fault[]>(() => {
    const wanted = values.value.category
    if (wanted === null || city.categories.length === 0 || category.value?.code === wanted) return readFaults.value
    const choices = city.categories.map((row) => row.code).join(', ')
    return [...readFaults.value, { parameter: 'category', found: wanted, expected: 'fault.unknownCategory', choices }]
  })

  const group = computed(() => values.value.group ?? category.value?.defaultGroup ?? 'all')

  /** How far: as the address says, else the category's middle limit. */
  const limit = computed<Limit | null>(() => {
    const { minutes, metres } = values.value
    if (metres !== null) return { metres }
    const offered = category.value?.minutes ?? []
    const middle = minutes ?? offered[Math.floor((offered.length - 1) / 2)]
    return middle === undefined ? null : { minutes: middle }
  })

  /** What the server is asked; null until the catalogue says which categories there are. */
  const asked = computed<Asked | null>(() => {
    if (!category.value) return null
    const { area, at, metric, profile } = values.value
    return {
      category: category.value.code, metric, profile, group: group.value,
      ...(area === null ? {} : { area }), ...(at === null ? {} : { at }), ...limit.value,
    }
  })

  /** Takes over an address, whatever it holds; `keys`: the parameters that stand in it, the others stay. */
  const adopt = (query: Readonly<Record<string, unknown>>, keys: readonly QueryKey[] = queryKeys): void => {
    const read = readQuery(Object.fromEntries(keys.map((key) => [key, query[key]])))
    const taken = Object.fromEntries(keys.map((key) => [key, read.values[key]])) as Partial<QueryValues>
    values.value = { ...values.value, ...taken }
    readFaults.value = read.faults
  }
  /** The server knows no such area or building: the view goes on without it and says so. */
  const refuse = (parameter: 'area' | 'building'): void => drop(parameter, parameter === 'area' ? 'fault.unknownArea' : 'fault.unknownBuilding')
  /** The limit, or the area, is none that this reader may ask for: the usual one stands in, and the page says so. */
  const bar = (what: 'limit' | 'area'): void => {
    if (what === 'area') return drop('area', 'fault.areaTooFine')
    drop(values.value.metres === null ? 'minutes' : 'metres', 'fault.limitNotListed')
  }
  const drop = (parameter: 'area' | 'building' | 'minutes' | 'metres', expected: TextKey): void => {
    const found = values.value[parameter]
    if (found === null) return
    readFaults.value = [...readFaults.value, { parameter, found: String(found), expected, choices: '' }]
    change({ [parameter]: null })
  }
  const quiet = shallowRef(false), cameByItself = shallowRef(false)
  const change = (part: Partial<QueryValues>): void => {
    cameByItself.value = quiet.value
    values.value = { ...values.value, ...part }
  }
  /** What is changed meanwhile comes by itself, as a tour goes on: none of it is a step one goes back to. */
  const quietly = (run: () => void): void => {
    quiet.value = true
    try {
      run()
    } finally {
      quiet.value = false
    }
  }
  const forgetFaults = (): void => {
    readFaults.value = []
    if (category.value && values.value.category !== null) change({ category: category.value.code })
  }
  return { values, category, group, limit, asked, faults, quiet: computed(() => quiet.value), cameByItself: computed(() => cameByItself.value), adopt, change, quietly, refuse, bar, forgetFaults }
})
