import type { AllChoiceWords, AllSheetWords } from './sheet-words.ts'
import { say } from './sheet-words.ts'

/** 共培. */
type Train = 'checkin' | 'checkinCount' | 'post' | 'serviceRecord' | 'memberCount' | 'pairing' | 'notice' | 'assessment' | 'staff' | 'tally' | 'instructor'

export const trainSheetWords: AllSheetWords<Train> = {
  checkin: { name: say('双报到', 'Check-ins'), purpose: say('单位到社区报到、社区到单位报到，各记一行；起始日期即报到之日', 'Units reporting to communities and the other way, a row each; from: the day of reporting'), fields: { direction: say('报到方向', 'direction'), reported: say('是否报到', 'reported') } },
  checkinCount: { name: say('报到党员', 'Members reported'), purpose: say('在职党员到社区报到的人数，只记合计', 'In-service members reported to communities, as counts'), fields: { system: say('所属系统', 'system'), members: say('报到党员数', 'members reported'), membersWithPost: say('已认岗党员数', 'members with a post') } },
  post: { name: say('认岗', 'Posts'), purpose: say('岗位的需求数和认领数', 'Posts needed and claimed'), fields: { kind: say('岗位', 'post'), needed: say('需求数', 'needed'), claimed: say('认领数', 'claimed') } },
  serviceRecord: { name: say('服务记录', 'Service records'), purpose: say('每月参加志愿服务的人数与次数，只记合计', 'Persons and times of service in a month, as counts'), fields: { month: say('月份', 'month'), persons: say('参加人数', 'persons'), times: say('服务次数', 'times') } },
  memberCount: { name: say('党员构成', 'Members by kind'), purpose: say('网格或社区的党员数，按管理方式、年龄、专长合计', 'Members of a grid or community by management, age and skill'), fields: { management: say('管理方式', 'management'), age: say('年龄段', 'age'), skill: say('专长', 'skill'), members: say('党员数', 'members') } },
  pairing: { name: say('双结对', 'Pairings'), purpose: say('单位与社区结对；党员与党员结对只记对数。起始日期即结对之日', 'Units paired with communities; members with members as counts. From: since when'), fields: { kind: say('结对类型', 'kind'), pairs: say('对数', 'pairs') } },
  notice: { name: say('双通报', 'Mutual notices'), purpose: say('单位与社区每年互相通报；没有通报日期即未通报', 'Yearly notices both ways; without a day it has not been given'), fields: { year: say('年度', 'year'), direction: say('通报方向', 'direction'), day: say('通报日期', 'day of notice') } },
  assessment: {
    name: say('双向考核', 'Assessments'), purpose: say('双述双评与述职考核', 'Mutual assessment and reports on work'),
    fields: { year: say('年度', 'year'), subject: say('考核对象', 'subject'), kind: say('考核类型', 'kind'), score: say('得分', 'score'), result: say('等次', 'result'), day: say('考核日期', 'day of assessment'), consulted: say('已征求社区意见', 'community consulted') },
  },
  staff: {
    name: say('四支队伍', 'Four teams'), purpose: say('社区干部、网格员、党建联络员、志愿者、楼长：应配与实有', 'Cadres, grid workers, liaisons, volunteers and stewards: required and there'),
    fields: { kind: say('队伍', 'team'), required: say('应配人数', 'required'), actual: say('实有人数', 'actual'), over50: say('50 岁以上', 'over 50'), belowHighSchool: say('高中以下学历', 'below high school'), origin: say('来源构成', 'origin') },
  },
  tally: { name: say('工作计数', 'Counts of work'), purpose: say('三会一课、家访、责任区、五联等各项应完成数与完成数', 'Duties and what was done: meetings, visits, zones, joint work'), fields: { kind: say('事项', 'what'), year: say('年度', 'year'), required: say('应完成数', 'required'), done: say('完成数', 'done') } },
  instructor: { name: say('党建指导员', 'Instructors'), purpose: say('派驻载体或社区的党建工作指导员人数和可联系的组织数', 'Instructors sent to carriers or communities, as counts'), fields: { carrier: say('载体', 'carrier'), count: say('指导员人数', 'instructors'), room: say('可联系组织数', 'organisations they can take'), title: say('岗位名称', 'title') } },
}

const directions = { unitToCommunity: say('单位到社区', 'unit to community'), communityToUnit: say('社区到单位', 'community to unit') }

export const trainChoiceWords: AllChoiceWords<Train> = {
  'checkin.direction': directions,
  'checkinCount.system': { administration: say('市县行政事业单位', 'administration'), other: say('其他单位', 'other') },
  'memberCount.management': { direct: say('直管党员', 'direct'), floating: say('流动党员', 'floating'), inService: say('在职党员', 'in service') },
  'memberCount.age': { to35: say('35 岁及以下', 'up to 35'), to60: say('36 至 60 岁', '36 to 60'), over60: say('60 岁以上', 'over 60') },
  'pairing.kind': { unitCommunity: say('单位与社区', 'unit and community'), memberMember: say('党员与党员', 'member and member') },
  'notice.direction': directions,
  'assessment.subject': { unit: say('单位', 'unit'), community: say('社区', 'community') },
  'assessment.kind': { mutual: say('双述双评', 'mutual'), report: say('述职考核', 'report on work') },
  'assessment.result': { excellent: say('优秀', 'excellent'), good: say('良好', 'good'), fair: say('一般', 'fair'), poor: say('较差', 'poor') },
  'staff.kind': { cadre: say('社区干部', 'cadres'), gridWorker: say('网格员', 'grid workers'), liaison: say('党建联络员', 'liaisons'), volunteer: say('党员志愿者', 'volunteers'), steward: say('楼长', 'stewards') },
  'staff.origin': { entrepreneur: say('致富带头人', 'entrepreneurs'), returned: say('返乡人员', 'returned'), graduate: say('大中专毕业生', 'graduates'), veteran: say('退役军人', 'veterans') },
  'tally.kind': {
    threeMeetings: say('三会一课', 'three meetings and one class'), newMembers: say('发展党员', 'new members'), cadreTraining: say('干部培训', 'training of cadres'), homeVisits: say('定期家访', 'home visits'), lettersAndVisits: say('接待来信来访', 'letters and visits'), feedbackReviews: say('党建通报评议', 'reviews'),
    responsibilityZones: say('党员责任区', 'responsibility zones'), serviceDays: say('党员奉献日', 'service days'), jointOrganisations: say('组织联建', 'joint organisations'), jointBuilding: say('党建联抓', 'joint party work'), sharedResources: say('资源联用', 'shared resources'), jointServices: say('服务联手', 'joint services'), jointActivities: say('活动联办', 'joint activities'),
    clubs: say('社团', 'clubs'), serviceTeams: say('服务队', 'service teams'), platformFunctions: say('平台在线功能', 'platform functions'), platformCourses: say('平台党课', 'platform courses'), onlineMeetings: say('网上茶馆会', 'online meetings'), classes: say('培训班', 'classes'), admittedTasks: say('准入事项', 'admitted tasks'),
    reportedMembers: say('报到党员（汇总）', 'members reported (total)'), claimedPosts: say('认领岗位（汇总）', 'posts claimed (total)'), pairedUnits: say('结对单位（汇总）', 'paired units (total)'), pairedMembers: say('结对党员（汇总）', 'paired members (total)'), partyMembers: say('党员（汇总）', 'party members (total)'), platforms: say('综合服务平台（汇总）', 'service platforms (total)'),
  },
}
