import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { kindOf, type DeskStanding, type RecordKey } from '../desk/record.ts'
import { typedTexts, type Texts } from '../desk/texts.ts'

/** What was typed into a record and is not saved: the texts that differ, and the record as it stood when typing began. */
export type Draft = { base: DeskStanding; texts: Texts }

/** Unsaved texts of every record touched; they stay when another record is chosen. */
export const useDeskDraftStore = defineStore('deskDrafts', () => {
  const drafts = shallowRef<ReadonlyMap<RecordKey, Draft>>(new Map())

  const of = (key: RecordKey): Draft | undefined => drafts.value.get(key)
  const put = (key: RecordKey, draft: Draft): void => {
    const texts = typedTexts(kindOf(key), draft.base.record, draft.texts)
    const next = new Map(drafts.value)
    if (Object.keys(texts).length === 0) next.delete(key)
    else next.set(key, { base: draft.base, texts })
    drafts.value = next
  }
  /** `standing`: the record as it is shown now; a draft that is there keeps the one it began with. */
  const type = (key: RecordKey, standing: DeskStanding, path: string, text: string): void => {
    const before = of(key)
    put(key, { base: before?.base ?? standing, texts: { ...before?.texts, [path]: text } })
  }
  /** Without paths all of it. */
  const discard = (key: RecordKey, paths?: readonly string[]): void => {
    const before = of(key)
    if (before) put(key, { base: before.base, texts: paths ? Object.fromEntries(Object.entries(before.texts).filter(([path]) => !paths.includes(path))) : {} })
  }
  /** The record was saved by ourselves: what is still typed goes on from there. */
  const rebase = (key: RecordKey, standing: DeskStanding): void => {
    const before = of(key)
    if (before) put(key, { base: standing, texts: before.texts })
  }
  const clear = (): void => { drafts.value = new Map() }
  return { drafts, count: computed(() => drafts.value.size), of, type, discard, rebase, clear }
})
