import type { Programme } from '../../../geodata/model/offer.ts'
import type { Dice } from '../dice.ts'
import { shuffled } from '../names.ts'

type Choice = readonly [name: string, hours: readonly string[]]

/** What is on, and when such things are on. */
const choices: Readonly<Record<string, readonly Choice[]>> = {
  activityRoom: [
    ['太极', ['周一至周五 8:00-9:00', '周二、周四 8:30-9:30']], ['合唱', ['周三 14:30-16:30', '周五 9:00-11:00']], ['棋牌', ['每日 14:00-17:00', '周一至周五 13:30-16:30']], ['书法', ['周二 9:00-11:00', '周四 14:00-16:00']],
    ['舞蹈', ['周一、周三、周五 9:00-10:30', '周二、周四 15:00-16:30']], ['戏曲', ['周六 14:00-16:30']], ['智能手机课', ['每月第二个周三 14:30-16:00', '周四 9:30-11:00']],
  ],
  station: [['量血压日', ['周一 9:00-11:00', '每月第一个周三 9:00-11:00']], ['法律咨询', ['每月第三个周四 14:30-16:30', '周五 14:30-16:30']]],
  clinic: [['量血压', ['周一至周五 8:30-11:00', '周二、周四 8:00-10:00']], ['中医理疗', ['周一、周三、周五 14:30-17:00']], ['健康讲座', ['每月第二个周五 15:00-16:00']]],
  readingRoom: [['读书会', ['周六 14:30-16:30', '每月最后一个周日 14:30-16:30']], ['书法', ['周三 14:30-16:00']]],
  library: [['公益讲座', ['每月第二个周六 14:30-16:30']], ['少儿故事会', ['周六、周日 10:00-11:00']]],
  square: [['广场舞', ['每日 19:00-20:30']], ['太极', ['每日 6:30-7:30']]],
  garden: [['晨练', ['每日 6:00-8:00']], ['合唱', ['周六、周日 9:00-11:00']]],
  daycare: [['手指操', ['周一至周五 9:30-10:00']], ['量血压日', ['周三 9:00-10:00']]],
  meetingRoom: [['理论学习', ['每月第一个周一 14:30-16:00']], ['志愿者培训', ['每月第三个周六 9:00-11:00']]],
  repair: [['义务理发', ['每月第一个周五 9:00-11:00']]],
}
const rooms = ['一楼', '二楼活动厅', '二楼', '三楼多功能厅', null] as const

/** At most so many of the category's. */
export function programmesOf(category: string, most: number, dice: Dice): Programme[] {
  const wanted = dice.whole(0, most)
  return shuffled(choices[category] ?? [], dice.share).slice(0, wanted).map(([name, hours]) => ({ name, hours: dice.pick(hours), room: category === 'square' || category === 'garden' ? null : dice.pick(rooms) }))
}
