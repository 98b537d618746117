import type { WallNumberCode } from '../model/wall.ts'
import type { Sentence } from './sentence.ts'

export type WallNumberWords = { question: Sentence; rule: Sentence; formula: Sentence; denominator: Sentence; unit: Sentence }

/** The eight numbers of a wall. `{minutes}`, `{days}`, `{day}`, `{least}`: as the catalogue and the calendar have them. */
export const wallNumberWords: Readonly<Record<WallNumberCode, WallNumberWords>> = {
  meals: {
    question: { zh: '{minutes} 分钟内吃得上饭的 60+ 占多少', en: 'How many of those over 60 can walk to a meal in {minutes} minutes?' },
    rule: { zh: '60 岁及以上居民，步行 {minutes} 分钟内有接待他们的社区食堂即算；场所按当时开办的，居民按现有人口计算', en: 'Residents of 60 and over with a canteen that admits them within {minutes} minutes on foot; sites as they stood then, residents as of today' },
    formula: { zh: '{minutes} 分钟内吃得上饭的 60+ 人数 ÷ 60+ 人数', en: 'persons over 60 with a meal within {minutes} minutes ÷ persons over 60' },
    denominator: { zh: '60 岁及以上居民', en: 'residents of 60 and over' }, unit: { zh: '人', en: 'persons' },
  },
  evening: {
    question: { zh: '18:30 有地方去的占多少', en: 'How many have somewhere to go at 18:30?' },
    rule: { zh: '{day}（工作日）18:30 仍开放、面向全体居民、步行 {minutes} 分钟内的文体活动室或文体广场；开放时间不详的按不开放；居民按现有人口计算', en: 'An activity room or square for everyone within {minutes} minutes on foot that is open at 18:30 on {day}, a workday; unknown hours count as shut; residents as of today' },
    formula: { zh: '18:30 有地方去的居民 ÷ 居民', en: 'residents with somewhere to go at 18:30 ÷ residents' },
    denominator: { zh: '全体居民', en: 'all residents' }, unit: { zh: '人', en: 'persons' },
  },
  leftOut: {
    question: { zh: '服务空白楼栋几栋、多少人', en: 'How many buildings are left out, and how many people?' },
    rule: { zh: '步行 {minutes} 分钟内没有接待老年人的社区食堂的住宅楼栋；人数按现有人口计算', en: 'Homes without a canteen for older people within {minutes} minutes on foot; residents as of today' },
    formula: { zh: '住宅楼栋 − {minutes} 分钟内有社区食堂的楼栋', en: 'homes − homes with a canteen within {minutes} minutes' },
    denominator: { zh: '有人居住的楼栋', en: 'buildings people live in' }, unit: { zh: '栋', en: 'buildings' },
  },
  rooms: {
    question: { zh: '七室达标社区几个', en: 'How many communities have all seven rooms?' },
    rule: { zh: '目录所列七室均已建成或共享且面积达标的社区；未录入的社区不计；目录为示例，待确认', en: 'Communities whose seven rooms of the catalogue are all built or shared and large enough; those of which nothing was entered are left out; the catalogue is an example, to be confirmed' },
    formula: { zh: '七室齐全的社区 ÷ 已录入的社区', en: 'communities with all seven rooms ÷ communities entered' },
    denominator: { zh: '录入了配置情况的社区', en: 'communities whose rooms were entered' }, unit: { zh: '个', en: 'communities' },
  },
  opened: {
    question: { zh: '可开放单位开放了几家', en: 'How many units have opened what they could?' },
    rule: { zh: '名下有场所的驻区单位中，至少一处向居民开放的', en: 'Of the units that own a site, those that opened at least one to residents' },
    formula: { zh: '至少开放一处的单位 ÷ 名下有场所的单位', en: 'units that opened at least one site ÷ units that own one' },
    denominator: { zh: '名下有场所的驻区单位', en: 'units that own a site' }, unit: { zh: '家', en: 'units' },
  },
  twoNew: {
    question: { zh: '企业组织覆盖率多少、应建未建几家', en: 'How many enterprises have a party organisation, and how many should?' },
    rule: { zh: '实际经营的非公企业中单独建或联合建党组织的；正式党员 {least} 名及以上而未单独建的为应建未建；社会组织另计', en: 'Of the private enterprises that operate, those with an organisation of their own or a joint one; with {least} full members and none of its own it is due; social organisations are counted apart' },
    formula: { zh: '（单独建 + 联合建）÷ 实际经营企业', en: '(own + joint) ÷ enterprises that operate' },
    denominator: { zh: '实际经营的企业', en: 'enterprises that operate' }, unit: { zh: '家', en: 'enterprises' },
  },
  vacant: {
    question: { zh: '委员空缺超 {days} 天几个', en: 'How many seats have been vacant for over {days} days?' },
    rule: { zh: '任期内的委员席位，无人任职超过 {days} 天的；街道大工委的席位计入街道，不计入社区', en: 'Seats of committees in their term that nobody has held for more than {days} days; seats of a street count for the street and no community' },
    formula: { zh: '空缺超过 {days} 天的席位 ÷ 席位', en: 'seats vacant for over {days} days ÷ seats' },
    denominator: { zh: '任期内的委员席位', en: 'seats of committees in their term' }, unit: { zh: '个', en: 'seats' },
  },
  requests: {
    question: { zh: '诉求响应、解决、满意各占多少', en: 'How many requests were answered, settled and to satisfaction?' },
    rule: { zh: '近十二个月的群众诉求中已解决的；未登记办理结果的不计；不足 30 件不给比例', en: 'Of the requests of twelve months whose outcome is told, those settled; no rate is given for fewer than 30' },
    formula: { zh: '已解决 ÷ 登记了结果的诉求', en: 'settled ÷ requests whose outcome is told' },
    denominator: { zh: '近十二个月登记了结果的诉求', en: 'requests of twelve months whose outcome is told' }, unit: { zh: '件', en: 'requests' },
  },
}

/** Further counts of the numbers, by their code; `category.*` are named by the catalogue. */
export const wallFactWords: Readonly<Record<string, { name: Sentence; unit: Sentence; shown: 'share' | 'count' }>> = {
  persons: { name: { zh: '其中居民', en: 'residents in them' }, unit: { zh: '人', en: 'persons' }, shown: 'count' },
  sites: { name: { zh: '开放场所', en: 'sites opened' }, unit: { zh: '处', en: 'sites' }, shown: 'count' },
  work: { name: { zh: '工作覆盖率', en: 'covered by work' }, unit: { zh: '家', en: 'enterprises' }, shown: 'share' },
  due: { name: { zh: '应建未建', en: 'due, without one of its own' }, unit: { zh: '家', en: 'enterprises' }, shown: 'count' },
  social: { name: { zh: '社会组织组织覆盖率', en: 'social organisations with one' }, unit: { zh: '家', en: 'organisations' }, shown: 'share' },
  socialWork: { name: { zh: '社会组织工作覆盖率', en: 'social organisations covered by work' }, unit: { zh: '家', en: 'organisations' }, shown: 'share' },
  vacantNow: { name: { zh: '现空缺', en: 'vacant now' }, unit: { zh: '个', en: 'seats' }, shown: 'count' },
  responded: { name: { zh: '响应率', en: 'answered' }, unit: { zh: '件', en: 'requests' }, shown: 'share' },
  satisfied: { name: { zh: '满意率', en: 'to satisfaction' }, unit: { zh: '件', en: 'requests' }, shown: 'share' },
}
/** Of sites of a category that units opened. */
export const wallSitesUnit: Sentence = { zh: '处', en: 'sites' }
