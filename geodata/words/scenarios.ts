import type { ScenarioBase } from '../model/scenario.ts'
import { fillSentence, type Language, type Sentence } from './sentence.ts'

const lists: Readonly<Record<ScenarioBase, Sentence>> = {
  category: { zh: '{category}名单', en: 'the list of {category}' },
  network: { zh: '道路和门', en: 'streets and gates' },
  geometry: { zh: '楼栋和区域', en: 'buildings and areas' },
  residents: { zh: '楼栋人数', en: 'the counts of residents' },
}

const said: Readonly<Record<'dated' | 'undated', Sentence>> = {
  dated: { zh: '{list}于 {day}有改动，需重算', en: '{list} changed on {day}: recompute' },
  undated: { zh: '{list}有改动，需重算', en: '{list} changed: recompute' },
}

/** What has changed under a scenario since it was computed. `day`: ISO; null: nobody wrote down when. */
export function staleSentence(what: ScenarioBase, category: string, day: string | null, language: Language): string {
  const list = fillSentence(lists[what], { category }, language)
  const sentence = day === null ? fillSentence(said.undated, { list }, language) : fillSentence(said.dated, { list, day: dayWords(day, language) }, language)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function dayWords(day: string, language: Language): string {
  const [, month, date] = day.split('-').map(Number)
  return language === 'zh' ? `${month} 月 ${date} 日` : `${date} ${months[month - 1]}`
}
