import type { Sentence } from '../sentence.ts'
import { say } from './sheet-words.ts'

/** Tables that are no register of their own: what they are called and the headings of their columns beside the common ones. */
export const recordFormWords: Readonly<Record<'unit' | 'facility' | 'organisation' | 'eventCount', { name: Sentence; purpose: Sentence }>> = {
  unit: { name: say('驻区单位', 'Units'), purpose: say('辖区内的机关、事业单位、企业、学校等单位', 'Offices, institutions, enterprises, schools and others in the area') },
  facility: { name: say('设施', 'Sites'), purpose: say('居民走得到的场所及其开放对象、时间、座位', 'Places people walk to: whom they admit, when, how many seats') },
  organisation: { name: say('两新组织', 'Organisations'), purpose: say('非公企业和社会组织及其党组织覆盖情况；只记组织，不记人', 'Enterprises and social organisations and how they are covered; organisations only') },
  eventCount: { name: say('月度事件', 'Monthly events'), purpose: say('每月的服务、群众诉求、隐患件数，按类别和地点合计', 'Services, requests and hazards of a month, by category and place') },
}

export const recordHeadings = {
  unit: { nature: say('性质', 'nature'), community: say('社区', 'community') },
  facility: {
    category: say('类别', 'category'), audience: say('开放对象', 'open to'), minAge: say('最小年龄', 'from age'), maxAge: say('最大年龄', 'to age'), onlyAreas: say('只限居住在', 'only residents of'), hours: say('开放时间', 'hours'), phone: say('电话', 'telephone'),
    seats: say('座位', 'seats'), spareSeats: say('余座', 'spare seats'), squareMetres: say('面积（平方米）', 'square metres'), stepFree: say('无台阶', 'step-free'),
    address: say('地址', 'address'), prices: say('价格', 'prices'), payments: say('怎样付钱', 'payment'), bring: say('要带什么', 'what to bring'), booking: say('预约', 'booking'), delivers: say('送餐上门', 'delivers'), halal: say('清真餐', 'halal'), toilet: say('厕所', 'toilet'), menu: say('菜单', 'menu'),
    programmes: say('活动安排', 'programmes'), checked: say('核实', 'checked'), suspensions: say('暂停开放', 'suspensions'),
  },
  organisation: {
    kind: say('类型', 'kind'), creditCode: say('统一社会信用代码', 'credit code'), community: say('社区', 'community'), operating: say('经营状态', 'operating state'), scene: say('场景', 'scene'), alsoScenes: say('兼属场景', 'also scenes'), carrier: say('所在载体', 'carrier'),
    registeredCommunity: say('登记社区', 'registered community'), employees: say('从业人员数', 'employees'), members: say('党员数', 'members'), aboveScale: say('规模以上', 'above scale'), organised: say('组建方式', 'how organised'), branch: say('所属党组织', 'branch'),
    work: say('工作覆盖', 'work cover'), instructor: say('指导员', 'instructor'),
  },
  eventCount: {
    stream: say('事件类型', 'stream'), month: say('月份', 'month'), category: say('类别', 'category'), times: say('件数', 'times'), people: say('服务人数', 'people served'), responded: say('已响应', 'responded'), resolved: say('已解决', 'resolved'), satisfied: say('满意', 'satisfied'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Sentence>>>>
