import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { tasks } from '../../geodata/contract/tasks.ts'
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

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const optionalText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const amount = (value: unknown): number | null => (typeof value === 'number' ? value : null)
