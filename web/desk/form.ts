import { computed } from 'vue'
import { useDeskStore } from '../stores/desk.ts'
import { useDeskDraftStore } from '../stores/deskDrafts.ts'
import { useDeskOpenStore } from '../stores/deskOpen.ts'
import { newKey, useDeskSaveStore } from '../stores/deskSaves.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { blankRecord, cityDay } from './blank.ts'
import { fieldAt, fieldOfFault, fieldsOf } from './field.ts'
import { kindOf, type DeskStanding, type RecordKey } from './record.ts'
import { readText, textOf } from './texts.ts'

/** The record the form and the map's pin are about, with what is typed over it. */
export const useDeskForm = () => {
  const desk = useDeskStore()
  const drafts = useDeskDraftStore()
  const open = useDeskOpenStore()
  const question = useQuestionStore()
  const saves = useDeskSaveStore()
  const session = useSessionStore()
  const speech = useSpeechStore()

  const adding = computed(() => desk.values.panel === 'add')
  const key = computed<RecordKey | null>(() => (adding.value ? newKey(desk.values.kind) : desk.chosen))
  const kind = computed(() => (key.value ? kindOf(key.value) : desk.values.kind))
  const blank = computed(() => blankRecord(desk.values.kind, { category: question.values.category, area: question.values.area ?? session.areas[0]?.code ?? null, source: speech.say('desk.source.hand'), today: cityDay(Date.now()) }))
  const draft = computed(() => (key.value ? drafts.drafts.get(key.value) ?? null : null))
  /** As it stands on the server; while something is typed the version it began from, so that nothing moves under the reader's hands. */
  const standing = computed<DeskStanding | null>(() => draft.value?.base ?? (adding.value ? blank.value : open.key === key.value ? open.standing : null))
  const readOnly = computed(() => standing.value?.editable === false)

  const textAt = (path: string): string => {
    const field = fieldAt(kind.value, path)
    return draft.value?.texts[path] ?? (field && standing.value ? textOf(field, standing.value.record) : '')
  }
  const type = (path: string, text: string): void => {
    if (key.value && standing.value && !readOnly.value) drafts.type(key.value, standing.value, path, text)
  }
  /** What is wrong, by path of the field; '' gathers what belongs to none. */
  const faults = computed<Readonly<Record<string, string>>>(() => {
    const state = key.value ? saves.states.get(key.value) : undefined
    if (state?.state !== 'refused') return {}
    const found: Record<string, string> = {}
    for (const [path, fault] of Object.entries(state.unread)) found[path] = speech.say(fault)
    for (const fault of state.problem?.fields ?? []) {
      const path = fieldOfFault(kind.value, fault.field)?.path ?? ''
      found[path] = [found[path], fault.message].filter(Boolean).join(' ')
    }
    return found
  })
  const place = computed<Position | null>(() => {
    const field = fieldAt(kind.value, 'position')
    const read = field ? readText(field, textAt('position')) : null
    return read?.ok && Array.isArray(read.value) ? (read.value as unknown as Position) : null
  })
  /** Where it stands until the new place is saved. */
  const stood = computed<Position | null>(() => (draft.value?.texts['position'] !== undefined && standing.value?.record.position ? standing.value.record.position : null))
  const putPlace = ([lon, lat]: Position): void => type('position', `${lon}, ${lat}`)

  const save = () => (key.value ? saves.save(key.value, undefined, adding.value ? blank.value : undefined) : Promise.resolve(null))
  const discard = (): void => {
    if (!key.value) return
    drafts.discard(key.value)
    saves.forget(key.value)
  }
  return { key, kind, adding, draft, standing, readOnly, faults, place, stood, textAt, type, putPlace, save, discard, fields: computed(() => fieldsOf(kind.value)) }
}
