import type { RegisterWords } from './register-words.ts'

export const trainWords = {} as const satisfies Readonly<Record<string, RegisterWords>>
