import type { shellZh } from './shell.zh.ts'

/** The same in English. */
export const shellEn: Readonly<Record<keyof typeof shellZh, string>> = {
}
