import type { Sentence } from './sentence.ts'

/** Who is writing, when an edit has to wait. */
export const busyWords: Readonly<Record<'loading' | 'other', Sentence>> = {
  loading: { zh: '本机的导入任务', en: 'an import of this server' },
  other: { zh: '另一个程序', en: 'another process' },
}
