import type { deskZh } from './desk.zh.ts'

/** The same in English. */
export const deskEn: Readonly<Record<keyof typeof deskZh, string>> = {
}
