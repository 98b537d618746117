import { fillSentence, type Language } from './sentence.ts'

const rules = {
  nearestFirst: {
    zh: '{rule}座位按就近分配：{where}所有“住户—设施”对按步行距离从近到远，依次占座，一栋楼可以分到几处；一处能供 座位 × {turns} ÷ {share}% 名居民使用，占满后其余的人去下一处，都满了记为“够得着但已满”。座位数不详的设施不限人数，另行计数。',
    en: '{rule} Seats are taken nearest first: over all pairs of a home {where} and a site, by rising walk, residents take places while there are any, and a building may be split between sites. A site is enough for seats x {turns} / {share}% residents; whoever finds all in reach taken is "in reach but full". A site of unknown seats turns nobody away and is counted.',
  },
  everywhere: { zh: '全市', en: 'in the city' },
  within: { zh: '只算您负责的区域（{areas}）的居民，别处居民占的座位不计；', en: 'in your areas ({areas}; seats that others take are not counted)' },
  unconfirmed: { zh: '每座轮换 {turns} 人、{share}% 的居民会来，都是示例取值，待确认。', en: '{turns} persons a seat and {share}% of residents coming are example values, not confirmed.' },
} as const

/** How seats are shared out. `share` in hundredths; `ofAreas`: names of the only areas whose residents are counted, none: the whole city. */
export function capacityRule({ rule, turns, share, ofAreas, unconfirmed }: { rule: string; turns: number; share: number; ofAreas: readonly string[]; unconfirmed: boolean }, language: Language): string {
  const where = ofAreas.length === 0 ? fillSentence(rules.everywhere, {}, language) : fillSentence(rules.within, { areas: ofAreas.join(language === 'zh' ? '、' : ', ') }, language)
  const said = fillSentence(rules.nearestFirst, { rule, turns, share, where }, language)
  return unconfirmed ? `${said}${language === 'zh' ? '' : ' '}${fillSentence(rules.unconfirmed, { turns, share }, language)}` : said
}
