import { fillSentence, type Language, type Sentence, type SentenceDetails } from './sentence.ts'

/**
 * The rule behind a number in one sentence. Details: category, group, limitMetres, limitMinutes, pace (m/s), profile, factor (of marginal),
 * communityShare (per cent).
 */
export function ruleSentence(metric: 'network' | 'straight', details: SentenceDetails, language: Language): string {
  return fillSentence(rule[metric], details, language)
}

const rule: Readonly<Record<'network' | 'straight', Sentence>> = {
  network: {
    zh: '从楼门沿步行路网到{category}不超过 {limitMetres} 米（{profile}每秒 {pace} 米，{limitMinutes} 分钟），且该点接纳{group}，即为已覆盖；超出但不到 {factor} 倍为略超出，仍算空白；社区内 {communityShare}% 居民已覆盖，该社区才算覆盖。',
    en: 'Covered: at most {limitMetres} m on foot along streets from the door to a {category} ({profile}, {pace} m/s, {limitMinutes} min) that admits {group}. Up to {factor} times that is just beyond and still left out. A community counts when {communityShare}% of its residents are covered.',
  },
  straight: {
    zh: '楼栋到{category}的直线距离（服务半径）不超过 {limitMetres} 米，且该点接纳{group}，即为已覆盖；超出但不到 {factor} 倍为略超出，仍算空白；社区内 {communityShare}% 居民已覆盖，该社区才算覆盖。',
    en: 'Covered: at most {limitMetres} m in a straight line (service radius) from the building to a {category} that admits {group}. Up to {factor} times that is just beyond and still left out. A community counts when {communityShare}% of its residents are covered.',
  },
}
