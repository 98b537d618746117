import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { tasks } from '../../geodata/contract/tasks.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { taskOrigins, taskStates } from '../../geodata/model/sheets/act.ts'
import type { OverlaySign } from '../map/overlay/shapes.ts'
import type { TaskOrigin, TaskState } from './taskQuery.ts'

export type Task = AnswerOf<typeof tasks>['tasks'][number]

/** The fields of a task's row, each as what it is. */
export const taskOf = ({ entry: { fields } }: Pick<Task, 'entry'>) => ({
  origin: taskOrigins.find((one) => one === fields['origin']) ?? 'other' as TaskOrigin, subject: text(fields['subject']), owner: text(fields['owner']), due: text(fields['due']), state: taskStates.find((one) => one === fields['state']) ?? 'open' as TaskState,
  opened: text(fields['opened']), closed: optionalText(fields['closed']), before: amount(fields['before']), after: amount(fields['after']), note: optionalText(fields['note']),
})

/** What may be done next with a task in that state. */
export const nextStates: Readonly<Record<TaskState, readonly TaskState[]>> = { open: ['doing', 'done', 'dropped'], doing: ['done', 'open', 'dropped'], done: ['open'], dropped: ['open'] }

/** Its sign on the map and in the list: overdue ones are told by shape. */
export const signOf = (task: Task): OverlaySign => {
  const { state } = taskOf(task)
  if (task.overdueDays !== null) return 'late'
  return ({ open: 'due', doing: 'partial', done: 'done', dropped: 'none' } as const)[state]
}

/** Tasks without a place of their own stand beside each other above the name of their area. */
export const besides = <P extends { position: Position; own: boolean }>(places: readonly P[]): (Omit<P, 'own'> & { beside?: number })[] => {
  const seen = new Map<string, number>()
  return places.map(({ own, ...place }) => {
    if (own) return place
    const key = place.position.join()
    const beside = seen.get(key) ?? 0
    seen.set(key, beside + 1)
    return { ...place, beside }
  })
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const optionalText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const amount = (value: unknown): number | null => (typeof value === 'number' ? value : null)
