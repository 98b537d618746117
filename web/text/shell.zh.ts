/** The sentences of what surrounds every view, in Chinese: bar, log-in, search, tasks, live data. */
export const shellZh = {
} as const
