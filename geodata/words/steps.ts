import type { Admission } from '../model/facility.ts'
import type { Step } from '../model/step.ts'
import type { StepErrorCode } from '../kernel/stepOverlay.ts'
import { audienceWords } from './lists.ts'
import { fillSentence, type Language, type Sentence, type SentenceDetails } from './sentence.ts'

const errors: Readonly<Record<StepErrorCode, Sentence>> = {
  unknownFacility: { zh: '没有编号为“{found}”的设施，或者前面的步骤已把它关掉。', en: 'there is no site "{found}", or an earlier step has closed it.' },
  unknownGate: { zh: '没有编号为“{found}”的门。', en: 'there is no gate "{found}".' },
  unknownCategory: { zh: '没有“{found}”这个类别。', en: 'there is no category "{found}".' },
  usedId: { zh: '编号“{found}”已经有了，新增的要另起一个。', en: 'the id "{found}" is taken; what is new needs one of its own.' },
  outsideCity: { zh: '位置 {found} 在本市范围之外。', en: 'the place {found} lies outside the city.' },
  noStreet: { zh: '离最近的可步行道路 {found} 米，应在 {most} 米内。', en: 'the nearest street that can be walked is {found} m away; it should be within {most} m.' },
  badSeats: { zh: '座位数应为 1 或更多的整数，收到的是 {found}；不清楚就留空。', en: 'seats should be a whole number of 1 or more, found {found}; leave it empty where nobody knows.' },
  badAges: { zh: '年龄 {found} 岁不成一段，小的应在前。', en: 'ages {found} are no span; the younger comes first.' },
  unknownArea: { zh: '没有编码为“{found}”的区域。', en: 'there is no area "{found}".' },
  notLocked: { zh: '门“{found}”本来就能走，不用打开。', en: 'the gate "{found}" can be walked through already.' },
  passageLength: { zh: '通道长 {found} 米，应在 1 至 {most} 米之间。', en: 'the passage is {found} m long; it should be between 1 and {most} m.' },
}
/** Where nobody can say how far the nearest street is. */
const noStreetFar: Sentence = { zh: '附近没有可步行的道路，应在 {most} 米内。', en: 'there is no street near that can be walked; it should be within {most} m.' }

/** Why a step cannot be done. */
export function stepErrorSentence({ code, details }: { code: StepErrorCode; details: SentenceDetails }, language: Language): string {
  return fillSentence(code === 'noStreet' && details['found'] === null ? noStreetFar : errors[code], details, language)
}

const unreadHours: Sentence = { zh: '看不懂时间“{found}”，请写成例如 周一至周五 11:00-13:00。', en: 'the hours "{found}" cannot be read; write for instance Mo-Fr 11:00-13:00.' }
/** Hours that say nothing a clock could go by. */
export const unreadHoursSentence = (found: string, language: Language): string => fillSentence(unreadHours, { found }, language)

const inWater: Readonly<Record<'named' | 'unnamed', Sentence>> = { named: { zh: '位置在“{name}”的水面上，请挪到岸上。', en: 'the place lies in the water of {name}; move it ashore.' }, unnamed: { zh: '位置在水面上，请挪到岸上。', en: 'the place lies in water; move it ashore.' } }

/** A site in the river: `name` of the water, '' where it has none. */
export const inWaterSentence = (name: string, language: Language): string => fillSentence(name === '' ? inWater.unnamed : inWater.named, { name }, language)

const said: Readonly<Record<Step['kind'] | 'capacityUnknown', Sentence>> = {
  add: { zh: '新增“{name}”', en: 'Add "{name}"' },
  move: { zh: '移动“{name}”', en: 'Move "{name}"' },
  close: { zh: '关闭“{name}”', en: 'Close "{name}"' },
  admit: { zh: '“{name}”对{audience}开放', en: 'Open "{name}" to {audience}' },
  hours: { zh: '“{name}”改变开放时间', en: 'Change the hours of "{name}"' },
  seats: { zh: '“{name}”改为 {seats} 座', en: 'Change "{name}" to {seats} seats' },
  capacityUnknown: { zh: '“{name}”座位数改为不详', en: 'Leave the seats of "{name}" unknown' },
  openGate: { zh: '打开“{name}”', en: 'Open the gate "{name}"' },
  passage: { zh: '开一处穿墙通道', en: 'Open a way through a wall' },
}
const during: Sentence = { zh: '（{hours}）', en: ' ({hours})' }

/** A step in words. `nameOf`: of a site or a gate by its id. */
export function stepSentence(step: Step, nameOf: (id: string) => string, language: Language): string {
  const say = (sentence: Sentence, details: SentenceDetails): string => fillSentence(sentence, details, language)
  const hours = (text: string | null): string => (text === null ? '' : say(during, { hours: text }))
  switch (step.kind) {
    case 'add': return say(said.add, { name: step.site.name }) + hours(step.site.hours)
    case 'move': case 'close': return say(said[step.kind], { name: nameOf(step.facility) })
    case 'admit': return say(said.admit, { name: nameOf(step.facility), audience: admissionWords(step.admission, language) }) + hours(step.hours)
    case 'hours': return say(said.hours, { name: nameOf(step.facility) }) + hours(step.hours)
    case 'seats': return step.seats === null ? say(said.capacityUnknown, { name: nameOf(step.facility) }) : say(said.seats, { name: nameOf(step.facility), seats: step.seats })
    case 'openGate': return say(said.openGate, { name: nameOf(step.gate) }) + hours(step.hours)
    case 'passage': return said.passage[language] + hours(step.hours)
  }
}

const admissionWords = ({ audience }: Admission, language: Language): string => audienceWords[audience][language]
