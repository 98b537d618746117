import type { tasksZh } from './tasks.zh.ts'

/** The sentences of the list of tasks, and of needs and resources, in English. */
export const tasksEn: Readonly<Record<keyof typeof tasksZh, string>> = {
  'tasks.title': 'Tasks',
}
