import type { Sentence } from './sentence.ts'

/** Why a record cannot be put back as it once stood. */
export const restoreWords: Readonly<Record<'unknownChange' | 'alreadyGone', Sentence>> = {
  unknownChange: { zh: '这条记录没有编号为 {change} 的改动。', en: 'there is no change {change} of this record.' },
  alreadyGone: { zh: '那时还没有这条记录，现在也没有。', en: 'the record was not there then, and is not there now.' },
}
