import { fillSentence, type Language } from './sentence.ts'

const rules = {
  nearestFirst: {
    zh: '{rule}座位按就近分配：全市所有“住户—设施”对按步行距离从近到远，依次占座，一栋楼可以分到几处；一处能供 座位 × {turns} ÷ {share}% 名居民使用，占满后其余的人去下一处，都满了记为“够得着但已满”。座位数不详的设施不限人数，另行计数。',
    en: '{rule} Seats are taken nearest first: over all pairs of a home and a site in the city, by rising walk, residents take places while there are any, and a building may be split between sites. A site is enough for seats x {turns} / {share}% residents; whoever finds all in reach taken is "in reach but full". A site of unknown seats turns nobody away and is counted.',
  },
  unconfirmed: { zh: '每座轮换 {turns} 人、{share}% 的居民会来，都是示例取值，待确认。', en: '{turns} persons a seat and {share}% of residents coming are example values, not confirmed.' },
} as const

/** How seats are shared out. `share` in hundredths. */
export function capacityRule({ rule, turns, share, unconfirmed }: { rule: string; turns: number; share: number; unconfirmed: boolean }, language: Language): string {
  const said = fillSentence(rules.nearestFirst, { rule, turns, share }, language)
  return unconfirmed ? `${said}${language === 'zh' ? '' : ' '}${fillSentence(rules.unconfirmed, { turns, share }, language)}` : said
}
