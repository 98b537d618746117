import { computed } from 'vue'
import { taskChange, taskOpen, tasks } from '../../geodata/contract/tasks.ts'
import type { BodyOf } from '../../geodata/contract/exchange.ts'
import { useClient } from '../api/key.ts'
import { useAsked } from '../composables/asked.ts'
import { useViewAddress } from '../composables/viewAddress.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { useRowEdits } from './edit.ts'
import { taskOf, type Task } from './task.ts'
import { taskTable } from './taskQuery.ts'

/** As many as are listed at once; a file has all of them. */
export const mostListed = 500

/** The list of tasks as it is asked for, and what is written into it. */
export const useTasks = () => {
  const client = useClient()
  const question = useQuestionStore()
  const speech = useSpeechStore()
  const { values, faults, change } = useViewAddress(taskTable)
  const query = computed(() => {
    const { state, origin, owner, overdue } = values.value
    return { ...(question.values.area === null ? {} : { area: question.values.area }), ...(state === null ? {} : { state }), ...(origin === null ? {} : { origin }), ...(owner === null ? {} : { owner }), ...(overdue ? { overdue: 'yes' as const } : {}) }
  })
  const held = useAsked(() => query.value, (asked, lang, signal) => client.ask(tasks, { query: { ...asked, limit: mostListed }, lang, signal }))
  const edits = useRowEdits(() => held.again())
  const chosen = computed(() => held.answer.value?.tasks.find((task) => task.entry.id === values.value.task) ?? null)

  type Change = BodyOf<typeof taskChange>
  const alter = async (task: Task, body: Change, said: string): Promise<void> => {
    const { id } = task.entry
    await edits.write(id, said, () => client.ask(taskChange, { path: { id }, body, ifMatch: task.etag, lang: speech.lang }), (now) => now.etag, async () => {
      // The row as it stands now, whoever wrote it.
      const fresh = held.answer.value?.tasks.find((one) => one.entry.id === id)
      if (fresh) await alter(fresh, body, said)
    })
  }
  const turn = (task: Task, state: ReturnType<typeof taskOf>['state']): Promise<void> => alter(task, { state }, speech.say(`tasks.did.${state}`, { name: task.entry.name }))
  const put = (task: Task, fields: Change): Promise<void> => alter(task, fields, speech.say('tasks.saved', { name: task.entry.name }))
  const make = async (body: BodyOf<typeof taskOpen>): Promise<boolean> => {
    const made = await edits.write('', '', () => client.ask(taskOpen, { body, lang: speech.lang }), (task) => task.etag, async () => undefined)
    if (!made) return false
    edits.last.value = { id: made.entry.id, said: speech.say('tasks.made', { name: made.entry.name }), etag: made.etag }
    change({ task: made.entry.id, state: null, origin: null, overdue: false })
    return true
  }
  return { ...held, values, faults, change, query, chosen, edits, turn, put, make }
}
