import type { SitingObjective } from '../model/siting.ts'
import { fillSentence, listSign, type Language, type Sentence } from './sentence.ts'

/** A place on the walking network. */
/** A gate nobody named, by its id. */
export const gateName: Sentence = { zh: '无名的门（{id}）', en: 'Gate without a name ({id})' }
export const pointName: Sentence = { zh: '路网点 {number}', en: 'Point {number} on the network' }

/** Why a place is proposed, and how it was found. Numbers are whole persons. */
export type SitingReason = {
  gained: number; over60: number
  /** Smallest areas by residents gained, most first. */
  areas: readonly string[]
  beats: { name: string; by: number } | null
  uncovered: number
}

const reasons = {
  gain: { zh: '新增 {gained} 名居民（60 岁以上 {over60} 名）', en: '{gained} more residents ({over60} of them 60 and over)' },
  from: { zh: '，主要来自{areas}', en: ', mostly from {areas}' },
  beats: { zh: '；比次优“{name}”多 {by} 名', en: '; {by} more than the next best, "{name}"' },
  even: { zh: '；与次优“{name}”一样多', en: '; as many as the next best, "{name}"' },
  /** Of other aims than the most residents, the one passed over may gain more of them. */
  fewer: { zh: '；“{name}”新增的居民多 {by} 名，但按所选目标不是更好', en: '; "{name}" would gain {by} more residents, but is no better for the aim chosen' },
  left: { zh: '；仍有 {uncovered} 名未覆盖。', en: '; {uncovered} are still not covered.' },
} as const satisfies Readonly<Record<string, Sentence>>

export function sitingReason({ gained, over60, areas, beats, uncovered }: SitingReason, language: Language): string {
  const say = (sentence: Sentence, details: Readonly<Record<string, string>> = {}): string => fillSentence(sentence, details, language)
  return [
    say(reasons.gain, { gained: counted(gained), over60: counted(over60) }), areas.length === 0 ? '' : say(reasons.from, { areas: areas.join(listSign(language)) }),
    beats === null ? '' : say(beats.by > 0 ? reasons.beats : beats.by === 0 ? reasons.even : reasons.fewer, { name: beats.name, by: counted(Math.abs(beats.by)) }), say(reasons.left, { uncovered: counted(uncovered) }),
  ].join('')
}

const aims: Readonly<Record<SitingObjective, Sentence>> = {
  maxCover: { zh: '最大覆盖：最多选 {k} 处，使范围内的居民最多', en: 'Maximal covering: at most {k} sites with the most residents within the limit' },
  setCover: { zh: '集合覆盖：用最少的点位，使范围内的居民达到 {target}%', en: 'Set covering: the fewest sites that bring {target}% of the residents within the limit' },
  pMedian: { zh: 'p-中位：最多选 {k} 处，使所有居民到最近设施的步行总路程最短，现有设施不动', en: 'p-median: at most {k} sites with the least walking in all to the nearest site, those that stand being kept' },
  pCentre: { zh: 'p-中心：最多选 {k} 处，使走得最远的居民走得最近，现有设施不动', en: 'p-centre: at most {k} sites with the shortest longest walk, those that stand being kept' },
}
const methods = {
  proven: { zh: '已证明没有更好的选法。', en: 'It is proven that no choice is better.' },
  within: { zh: '没有证明是最优；与能证明的界相差 {gap}%。', en: 'It is not proven to be the best; it is {gap}% from the proven bound.' },
  unproven: { zh: '没有证明是最优，也没有求出界。', en: 'It is not proven to be the best, and no bound was found.' },
  joint: { zh: '备选中有门或通道，会改变路网，所以界和每一步的新增按各步单独计算；合计的前后数字是精确重算的。', en: 'Gates or passages among the candidates change the network, so the bound and the gain of each hold for each by itself; the figures before and after were counted anew for all together.' },
  timeLimit: { zh: '到时限为止，这是当时最好的。', en: 'The time was up; this is the best until then.' },
  candidates: { zh: '从 {candidates} 个备选点中选。', en: 'Chosen from {candidates} candidates.' },
} as const satisfies Readonly<Record<string, Sentence>>

export type SitingMethod = { objective: SitingObjective; k: number; targetPercent: number | null; candidates: number; proven: boolean; gapPercent: number | null; joint: boolean; stopped: 'done' | 'timeLimit' | 'cancelled' }

/** How it was found and how good it is. */
export function sitingMethod({ objective, k, targetPercent, candidates, proven, gapPercent, joint, stopped }: SitingMethod, language: Language): string {
  const aim = `${fillSentence(aims[objective], { k, target: targetPercent ?? 100 }, language)}${language === 'zh' ? '。' : '. '}`
  const parts = [fillSentence(methods.candidates, { candidates }, language), fillSentence(proven ? methods.proven : gapPercent === null ? methods.unproven : methods.within, { gap: gapPercent }, language), ...(joint ? [methods.joint[language]] : []), ...(stopped === 'timeLimit' ? [methods.timeLimit[language]] : [])]
  return aim + parts.join(language === 'zh' ? '' : ' ')
}

/** 1,340 in both languages. */
const counted = (value: number): string => Math.round(value).toLocaleString('en-US')
