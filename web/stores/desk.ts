import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { keyOf, type DeskKind, type RecordKey } from '../desk/record.ts'
import { readDesk, type DeskFault, type DeskValues } from './deskQuery.ts'

/** Where the editor stands: kind, record, words sought. Mirrored in the address by composables/address.ts. */
export const useDeskStore = defineStore('desk', () => {
  const values = shallowRef<DeskValues>(readDesk({}).values)
  const faults = shallowRef<readonly DeskFault[]>([])

  /** The chosen record; null: none, or a new one. */
  const chosen = computed<RecordKey | null>(() => (values.value.record === null || values.value.panel === 'add' ? null : keyOf(values.value.kind, values.value.record)))

  /** Takes over an address, whatever it holds. */
  const adopt = (query: Readonly<Record<string, unknown>>): void => {
    const read = readDesk(query)
    values.value = read.values
    faults.value = read.faults
  }
  const change = (part: Partial<DeskValues>): void => { values.value = { ...values.value, ...part } }
  const choose = (id: string | null): void => change({ record: id, panel: values.value.panel === 'add' ? 'record' : values.value.panel })
  const turnTo = (kind: DeskKind): void => change({ kind, record: null, panel: 'record', list: 'records' })
  return { values, faults, chosen, adopt, change, choose, turnTo, forgetFaults: () => { faults.value = [] } }
})
