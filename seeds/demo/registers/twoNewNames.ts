import { creditCodeDigit } from '../../../geodata/kernel/creditCode.ts'
import { padded } from '../codes.ts'
import type { Dice } from '../dice.ts'
import { shuffled } from '../names.ts'

/** Names begin with an invented place, so that no company bears them. */
const places = ['柳浦', '望澜', '枕溪']
const roots = ['映江', '听澜', '青禾', '槐荫', '松月', '竹影', '梧岸', '春汀', '秋渚', '晓渡', '云栈', '雁归', '鹭洲', '锦帆', '石矶', '桐花', '兰汀', '棠梨', '采薇', '知微', '敏行', '清晏', '瑞丰', '宏图']
const trades = {
  tower: ['商务咨询', '企业管理', '财税服务', '法务咨询', '人力资源', '广告传媒', '建筑设计', '会展服务', '外贸', '保险经纪', '医疗科技', '教育咨询'],
  park: ['精密机械', '包装材料', '纺织', '新材料', '电气设备', '食品', '自动化', '模具', '仪表', '环保设备'],
  market: ['百货', '鞋帽', '水产', '粮油', '家居', '餐饮', '果品', '布艺', '五金', '茶业', '调味品', '花卉'],
  internet: ['网络科技', '数字科技', '软件', '电子商务', '云计算', '信息技术', '互动娱乐', '智能科技'],
  other: ['家政', '物流', '装饰', '印务', '汽修', '洗涤', '养老服务', '文化传播'],
} as const

/** Invented firms, none named twice. */
export function firmNamer(dice: Dice): (scene: keyof typeof trades) => string {
  const stock = new Map<string, string[]>()
  return (scene) => {
    let names = stock.get(scene)
    if (names === undefined) stock.set(scene, names = shuffled(places.flatMap((place) => roots.flatMap((root) => trades[scene].map((trade) => `${place}${root}${trade}有限公司`))), dice.share))
    return names.pop() ?? `${places[0]}${scene}有限公司`
  }
}

export const towerNames = ['云栈大厦', '锦帆中心', '晓渡大厦', '鹭洲广场', '瑞丰大厦', '清晏中心', '宏图大厦', '映江国际', '听澜大厦', '雁归中心', '石矶大厦', '兰汀广场', '桐花大厦', '秋渚中心'].map((name) => `柳浦${name}`)
export const parkNames = ['枕溪科创园', '柳浦纺织创意园', '望澜工业园', '枕溪智造园', '柳浦轻工园']
export const internetNames = ['青禾数字产业园', '知微互联网创业园']
export const quarterNames = ['望澜商圈', '映江商圈']
export const societyKinds = ['老年协会', '书画协会', '调解协会', '太极拳协会', '养老服务中心', '社工服务中心', '帮扶服务中心', '托育服务中心'] as const

/** By registering office: 91 enterprises, 51 associations, 52 services (GB 32100-2015). */
export type Office = '91' | '51' | '52'
/** A division that does not exist: the code is valid, and nobody's. */
const division = '990101'

/** An invented credit code with both check digits. */
export function inventedCode(office: Office, number: number): string {
  const body = `MA${padded(number, 6)}`
  const code = `${office}${division}${body}${organisationDigit(body)}`
  return code + creditCodeDigit(code)
}

/** Ninth sign of an organisation's own code (GB 11714): weights 3 7 9 10 5 8 4 2 modulo 11. */
function organisationDigit(body: string): string {
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(body[i]), 0)
  const digit = 11 - (sum % 11)
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit)
}
