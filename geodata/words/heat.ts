import type { EventStream } from '../model/eventCount.ts'
import { leastForRate } from './protection.ts'
import { fillSentence, type Language, type Sentence, type SentenceDetails } from './sentence.ts'

export type EventMeasure = 'times' | 'people' | 'responded' | 'resolved' | 'satisfied' | 'perThousand'

const measureWords: Readonly<Record<EventMeasure, Sentence>> = {
  times: { zh: '次数', en: 'number' },
  people: { zh: '服务人次', en: 'persons served' },
  responded: { zh: '响应率', en: 'share answered' },
  resolved: { zh: '解决率', en: 'share settled' },
  satisfied: { zh: '满意率', en: 'share satisfied' },
  perThousand: { zh: '每千名居民次数', en: 'number per thousand residents' },
}

/** What stands behind a figure; shares have none. */
export function heatUnit(stream: EventStream, measure: EventMeasure, language: Language): string {
  if (measure === 'people') return { zh: '人次', en: 'persons' }[language]
  if (measure === 'perThousand') return { zh: '次/千人', en: 'per thousand' }[language]
  if (measure !== 'times') return ''
  return stream === 'service' ? { zh: '次', en: 'times' }[language] : { zh: '件', en: 'cases' }[language]
}

export const supplyUnit = (language: Language): string => ({ zh: '座/千人', en: 'places per thousand' })[language]
export const gapUnit = (language: Language): string => ({ zh: '人', en: 'residents' })[language]

/** The rule behind a heat of events. Details: stream and kinds in words, from, to. */
export const eventHeatRule = (measure: EventMeasure, details: SentenceDetails, language: Language): string =>
  fillSentence(eventRule, { ...details, measure: measureWords[measure][language], rate: leastForRate, months: details['from'] === details['to'] ? details['from'] ?? null : fillSentence(span, details, language) }, language)

const span: Sentence = { zh: '{from} 至 {to}', en: '{from} to {to}' }

const eventRule: Sentence = {
  zh: '{stream}（{kinds}）{months} 的{measure}。有坐标的按坐标，没有坐标的放在所在网格（或社区）的中部；既无坐标又无网格的不落格，另计。分母不足 {rate} 的不给比例。分级按同样长度的每一段时期的分位数，播放时不变。',
  en: '{stream} ({kinds}), {months}: {measure}. Events with a position count where it lies, others in the middle of their grid or community; those with neither lie in no cell and are counted apart. No rate below a denominator of {rate}. Classes are quantiles over every period of this length and stay while it plays.',
}

/** How figures of events were protected. Details: k. */
export const eventProtection = (shape: 'whole' | 'grids', k: number, language: Language): string => `${fillSentence(shielded, { k, rate: leastForRate }, language)}${shape === 'grids' ? gridsToo[language] : ''}`

const shielded: Sentence = {
  zh: '进展相同（未响应、已响应、已解决、满意）的事件按每组不少于 {k} 件合并：先与本社区相邻网格、其他类别合并，再与相邻社区、其他月份合并；整组放在其中一个网格（抽签），所以六边形和社区里都是整组的件数，与实际可能略有出入，各级相加一致。分母不足 {rate} 的不给比例。',
  en: 'Events that came equally far (not answered, answered, settled, satisfied) are put together in groups of at least {k}: with neighbouring grids and other categories of their community first, then with neighbouring communities and other months. A group stands whole in one of its grids, drawn by lot, so that hexagons and communities hold whole groups: a little off, but all levels add up. No rate below {rate}.',
}
const gridsToo: Sentence = { zh: '有一组跨出边界的网格不显示。', en: ' A grid whose boundary such a group crosses shows none.' }

/** Details: category, group, limitMetres, sites, unknown. */
export const accessRule = (details: SentenceDetails, language: Language): string => fillSentence(access, details, language)

const access: Sentence = {
  zh: 'E2SFCA（两步移动搜寻法改进型）：第一步，每处{category}的座位数除以 {limitMetres} 米内{group}的加权人数；第二步，每栋楼把能到的各处比值加权相加。限值的三等分段权重依次为 1、0.68、0.22。接纳{group}的共 {sites} 处，其中 {unknown} 处没有座位数，不计入也不估算。',
  en: 'E2SFCA: first the seats of each {category} are divided by the weighted number of {group} within {limitMetres} m; then each building adds up the ratios of all it reaches, weighted. Thirds of the limit weigh 1, 0.68 and 0.22. {sites} sites admit {group}; of {unknown} the seats are unknown: they are left out, not guessed.',
}

/** The method's paper, as it is cited. */
export const accessSource = 'Luo W., Qi Y. (2009). An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial accessibility to primary care physicians. Health & Place 15(4), 1100–1107. doi:10.1016/j.healthplace.2009.06.002'

export const heatNames = {
  all: { zh: '全部类别', en: 'all categories' },
  heat: { zh: '热力', en: 'heat' },
  supply: { zh: '供给', en: 'supply' },
  gap: { zh: '短板', en: 'gap' },
  cell: { zh: '编号', en: 'id' },
  name: { zh: '名称', en: 'name' },
  value: { zh: '数值', en: 'value' },
  of: { zh: '分母', en: 'of' },
  events: { zh: '事件数', en: 'events' },
  elsewhere: { zh: '未落格', en: 'in no cell' },
  total: { zh: '合计', en: 'total' },
  unit: { zh: '单位', en: 'unit' },
  period: { zh: '时期', en: 'period' },
  protection: { zh: '保护', en: 'protection' },
} as const satisfies Readonly<Record<string, Sentence>>
