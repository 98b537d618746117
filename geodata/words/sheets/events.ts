import type { EventStream } from '../../model/eventCount.ts'
import type { Language, Sentence } from '../sentence.ts'
import { say } from './sheet-words.ts'

export const eventStreamWords: Readonly<Record<EventStream, Sentence>> = {
  service: say('服务', 'services'),
  request: say('群众诉求', 'requests'),
  hazard: say('隐患', 'hazards'),
}

/** Common categories of events, needs and offers; a deployment may write others, which are shown as they are. */
const eventCategoryWords = {
  meals: say('助餐', 'meals'), care: say('照护', 'care'), health: say('健康义诊', 'health'), legal: say('法律咨询', 'legal advice'), mediation: say('纠纷调解', 'mediation'), culture: say('文体活动', 'culture and sport'), learning: say('培训讲座', 'classes'), children: say('儿童托管', 'care for children'),
  repair: say('便民维修', 'repairs'), visit: say('走访慰问', 'visits'), jobs: say('就业帮扶', 'help with work'), rooms: say('场地借用', 'rooms'), volunteers: say('志愿服务', 'volunteers'), counter: say('窗口办事', 'at the counter'), haircut: say('义务理发', 'haircuts'), housekeeping: say('家政服务', 'housekeeping'),
  property: say('物业管理', 'property management'), noise: say('噪声扰民', 'noise'), parking: say('停车', 'parking'), sanitation: say('环境卫生', 'cleaning'), water: say('供水排水', 'water and drains'), power: say('供电', 'electricity'), heating: say('供暖', 'heating'), lift: say('电梯', 'lifts'),
  lamp: say('路灯', 'street lamps'), road: say('道路破损', 'broken roads'), fire: say('消防通道', 'fire lanes'), charging: say('电动车充电', 'charging of e-bikes'), cable: say('线缆', 'cables'), facade: say('外墙脱落', 'falling facades'), safety: say('治安', 'safety'), other: say('其他', 'other'),
} as const satisfies Readonly<Record<string, Sentence>>

/** A category in the reader's language; what is no code of these is the word itself. */
export function eventCategoryWord(code: string, language: Language): string {
  const words: Readonly<Record<string, Sentence>> = eventCategoryWords
  return words[code]?.[language] ?? code
}

/** The code of a common category by its word in either language; any other text stands for itself. */
export function eventCategoryCode(text: string): string {
  const words: Readonly<Record<string, Sentence>> = eventCategoryWords
  return Object.keys(words).find((code) => code === text || words[code].zh === text || words[code].en === text) ?? text
}
