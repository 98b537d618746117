/** The sentences of the list of tasks, and of needs and resources, in Chinese. */
export const tasksZh = {
  'tasks.title': '清单',
} as const
