import { taskOrigins, taskStates } from '../../geodata/model/sheets/act.ts'
import { optional, row, text } from '../stores/table.ts'

export type TaskOrigin = (typeof taskOrigins)[number]
export type TaskState = (typeof taskStates)[number]

/** What the address of the list of tasks holds beside the area and the camera. */
export const taskTable = {
  state: { ...optional<TaskState>('push', 'fault.oneOf', (found) => taskStates.find((one) => one === found), String), choices: taskStates },
  origin: { ...optional<TaskOrigin>('push', 'fault.oneOf', (found) => taskOrigins.find((one) => one === found), String), choices: taskOrigins },
  owner: optional<string>('push', 'fault.words', text(80), String),
  overdue: row<boolean>({ standard: false, history: 'push', expected: 'fault.oneOf', choices: ['yes'], read: (found) => (found === 'yes' ? true : undefined), write: (value) => (value ? 'yes' : '') }),
  task: optional<string>('replace', 'fault.id', text(200), String),
} as const
