import type { AreaLevel } from '../model/area.ts'
import { fillSentence, type Language, type Sentence } from './sentence.ts'
import { levelWords } from './terms.ts'

/** How the figures of an answer were protected, for whoever wonders why two of them differ a little or one is missing. */
export function protectionSentence(k: number, finest: AreaLevel, language: Language): string {
  return fillSentence(shielded, { k, finest: levelWords[finest][language], rate: leastForRate }, language)
}

/** Rates of fewer persons or households are not told (DOMAIN.md 7.2). */
export const leastForRate = 30

const shielded: Sentence = {
  zh: '人数和户数按每组不少于 {k} 的相邻楼栋合并后计算，最细到{finest}；合并跨出区域边界的，该区域不显示；装入数据后的变动每满 {k} 才计入；不足 {rate} 的不给比例。',
  en: 'Persons and households are put together with neighbouring buildings in groups of at least {k} before anything is counted, down to the {finest}; an area whose boundary such a group crosses shows none; changes since the data were loaded count in steps of {k}; no rate is given for fewer than {rate}.',
}
