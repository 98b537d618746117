import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useClient } from '../api/key.ts'
import type { Problem } from '../api/outcome.ts'
import { recordsOf } from '../api/records.ts'
import { allOf, mergeRows, plainChoices, undecided, type Choices, type Side } from '../desk/merge.ts'
import { idOf, kindOf, type DeskStanding, type RecordKey } from '../desk/record.ts'
import type { Texts } from '../desk/texts.ts'
import { useSpeechStore } from './speech.ts'

/**
 * Two versions of one record. `mine`: texts laid over `base`, from which both sides began. `theirs` null: somebody removed it, by the change
 * `lastChange`. `cause`: whether an edit or the undoing of one met the other version.
 */
export type Conflict = { key: RecordKey; cause: 'save' | 'undo'; base: DeskStanding; mine: Texts; theirs: DeskStanding | null; lastChange: number | null; actor: string; at: string }

/** The conflict being looked at, and what was chosen so far. Nothing is written here. */
export const useDeskConflictStore = defineStore('deskConflict', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const records = recordsOf(client, () => speech.lang)
  const current = shallowRef<Conflict | null>(null)
  const choices = shallowRef<Choices>({})
  /** While a cell is being written in, the comparison waits: it must not take the focus out of a half-written word. */
  const waits = shallowRef(false)

  const rows = computed(() => {
    const { value } = current
    return value?.theirs ? mergeRows(kindOf(value.key), value.base.record, value.mine, value.theirs.record) : []
  })
  const differing = computed(() => rows.value.filter((row) => row.differs))
  const open = computed(() => (current.value === null ? [] : undecided(rows.value, choices.value)))

  /** Reads their version and who made it. A problem when it could not be read; choices made before stay. */
  const meet = async (key: RecordKey, base: DeskStanding, mine: Texts, cause: Conflict['cause']): Promise<Problem | null> => {
    const kind = kindOf(key)
    const [read, log] = await Promise.all([records.read(kind, idOf(key)), records.history(kind, idOf(key), 1, null)])
    if (!read.ok && read.error.code !== 'unknownRecord') return read.error
    const last = log.ok ? log.value.changes[0] : undefined
    const before = current.value?.key === key ? choices.value : {}
    current.value = { key, cause, base, mine, theirs: read.ok ? read.value : null, lastChange: last?.id ?? null, actor: last?.actor ?? '', at: last?.at ?? '' }
    choices.value = { ...plainChoices(rows.value), ...before }
    return null
  }
  const choose = (path: string, side: Side): void => { choices.value = { ...choices.value, [path]: side } }
  const chooseAll = (side: Side): void => { choices.value = allOf(rows.value, side) }
  const close = (): void => {
    current.value = null
    choices.value = {}
  }
  const wait = (now: boolean): void => { waits.value = now }
  return { current, choices, waits, wait, rows, differing, open, meet, choose, chooseAll, close }
})
