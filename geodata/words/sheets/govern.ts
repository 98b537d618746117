import type { AllChoiceWords, AllSheetWords } from './sheet-words.ts'
import { say } from './sheet-words.ts'

/** 共管. */
type Govern = 'partyOrganisation' | 'committee' | 'seat' | 'tenure' | 'byElection' | 'meeting' | 'body' | 'steward' | 'estate' | 'surveyAnswer' | 'document' | 'placeRegister'

export const governSheetWords: AllSheetWords<Govern> = {
  partyOrganisation: {
    name: say('党组织', 'Party organisations'), purpose: say('党委、党总支、党支部、党小组，自市至楼栋', 'Committees, general branches, branches and groups from city to building'),
    fields: {
      tier: say('层级', 'tier'), form: say('设置形式', 'form'), parent: say('上级党组织', 'parent organisation'), members: say('党员数', 'members'), retiredMembers: say('离退休党员数', 'retired members'),
      standardsMet: say('五化达标项数', 'standards met'), model: say('示范点', 'model site'), termEnd: say('届满日期', 'end of term'), underRepair: say('软弱涣散整顿', 'being put right'),
    },
  },
  committee: {
    name: say('大党委与大工委', 'Great committees'), purpose: say('社区大党委、街道大工委及其届期', 'Great committees of communities and streets with their terms'),
    fields: { level: say('级别', 'level'), termStart: say('届期开始', 'start of term'), termEnd: say('届期结束', 'end of term'), brand: say('品牌', 'brand') },
  },
  seat: {
    name: say('席位', 'Seats'), purpose: say('委员会的席位：只记单位和职务，不记姓名', 'Seats of a committee: unit and post, never a name'),
    fields: { committee: say('所属委员会', 'committee'), number: say('席位号', 'seat number'), category: say('席位类别', 'category'), role: say('委员会职务', 'role'), post: say('在本单位的职务', 'post'), appointedBy: say('任命机关', 'appointed by') },
  },
  tenure: {
    name: say('席位任期', 'Tenures'), purpose: say('席位的任职起止；没有在任者的席位即为空缺', 'From when to when a seat is held; a seat without an open tenure is vacant'),
    fields: { seat: say('席位', 'seat'), exitReason: say('离任原因', 'reason of leaving') },
  },
  byElection: {
    name: say('增补', 'By-elections'), purpose: say('届中增补委员', 'Seats filled within a term'),
    fields: { committee: say('所属委员会', 'committee'), date: say('增补日期', 'day held'), seats: say('增补席位', 'seats'), method: say('产生方式', 'method'), status: say('进度', 'status') },
  },
  meeting: {
    name: say('会议', 'Meetings'), purpose: say('党委会、大党委会、联席会、通报会及其议题数', 'Meetings held and how many items of each sort'),
    fields: {
      kind: say('会议类型', 'kind'), day: say('会议日期', 'day of meeting'), unitsPresent: say('到会单位数', 'units present'), majorItems: say('重大事项议题', 'major items'), fundItems: say('资金议题', 'items on funds'),
      jointItems: say('共建议题', 'joint items'), volunteerItems: say('志愿服务议题', 'volunteer items'),
    },
  },
  body: {
    name: say('组织机构', 'Bodies'), purpose: say('“3+N”、自治组织、群团组织、安置社区各机构：有无、职数、届期', 'Bodies of self-government, mass organisations and others: there or not, posts, terms'),
    fields: { kind: say('机构类型', 'kind'), present: say('是否建立', 'present'), postsRequired: say('应配职数', 'posts required'), postsFilled: say('实配职数', 'posts filled'), termEnd: say('届满日期', 'end of term') },
  },
  steward: { name: say('楼长', 'Building stewards'), purpose: say('网格或小区的楼栋数与已有楼长的楼栋数', 'Buildings of a grid or estate and how many have a steward'), fields: { buildings: say('楼栋数', 'buildings'), assigned: say('有楼长的楼栋数', 'with a steward') } },
  estate: {
    name: say('小区', 'Estates'), purpose: say('小区的物业、业委会和配建用房；状态变化另起一行', 'Property management, owners\' committee and rooms owed of an estate; a change is a new row'),
    fields: {
      kind: say('小区类型', 'kind'), buildStatus: say('建设状态', 'building status'), households: say('户数', 'households'), property: say('物业状况', 'property management'), propertyCompany: say('物业公司', 'property company'),
      owners: say('业委会状况', 'owners\' committee'), ownersMembers: say('业委会成员数', 'committee members'), ownersPartyMembers: say('业委会党员数', 'party members in it'), ownersTermEnd: say('业委会届满', 'end of its term'),
      floorSquareMetres: say('建筑面积（平方米）', 'floor area (m²)'), officeSquareMetres: say('实有办公用房（平方米）', 'office rooms (m²)'), businessSquareMetres: say('实有经营用房（平方米）', 'business rooms (m²)'),
    },
  },
  surveyAnswer: { name: say('问卷结果', 'Survey answers'), purpose: say('问卷各题的发放、收回与比例，只记合计', 'Answers of a survey as totals'), fields: { year: say('年度', 'year'), question: say('题目', 'question'), asked: say('发放份数', 'asked'), answered: say('收回份数', 'answered'), share: say('占比（%）', 'share (%)') } },
  document: { name: say('制度与渠道', 'Rules and channels'), purpose: say('配套制度、宣传渠道、公开承诺：有或没有', 'Rules, channels and pledges of a community: there or not'), fields: { kind: say('制度或渠道', 'kind'), present: say('是否具备', 'present'), squareMetres: say('面积（平方米）', 'square metres') } },
  placeRegister: {
    name: say('行政区划名册', 'Register of places'), purpose: say('全市乡镇、街道、村、社区名册，不论是否在图上', 'Towns, streets, villages and communities of the city, on the map or not'),
    fields: { level: say('级别', 'level'), parent: say('上级', 'parent'), urban: say('城市社区', 'urban'), central: say('中心城区', 'central'), form: say('党组织设置', 'party organisation'), greatCommittee: say('已建大党委或大工委', 'great committee') },
  },
}

export const governChoiceWords: AllChoiceWords<Govern> = {
  'partyOrganisation.tier': { city: say('市', 'city'), district: say('区县', 'district'), street: say('街道', 'street'), community: say('社区', 'community'), estate: say('小区', 'estate'), grid: say('网格', 'grid'), building: say('楼栋', 'building') },
  'partyOrganisation.form': { committee: say('党委', 'committee'), generalBranch: say('党总支', 'general branch'), branch: say('党支部', 'branch'), group: say('党小组', 'group') },
  'committee.level': { community: say('社区大党委', 'community'), street: say('街道大工委', 'street') },
  'seat.category': { institution: say('机关企事业', 'institutions'), twoNew: say('两新组织', 'new organisations'), property: say('物业公司', 'property management'), tower: say('商务楼宇', 'office towers'), police: say('社区民警', 'community police'), retired: say('离退休干部党员', 'retired cadres') },
  'seat.role': { secretary: say('书记', 'secretary'), deputySecretary: say('副书记', 'deputy secretary'), member: say('委员', 'member'), seatMember: say('席位委员', 'seat member') },
  'tenure.exitReason': { transferred: say('调离', 'transferred'), retired: say('退休', 'retired'), dismissed: say('免职', 'dismissed'), other: say('其他', 'other') },
  'byElection.method': { sameUnit: say('原单位推荐', 'by the same unit'), otherUnit: say('其他单位推荐', 'by another unit') },
  'byElection.status': { planned: say('拟增补', 'planned'), nominated: say('已推荐', 'nominated'), held: say('已增补', 'held'), cancelled: say('已取消', 'cancelled') },
  'meeting.kind': { committee: say('社区党委会', 'community committee'), greatCommittee: say('社区大党委会', 'great committee'), joint: say('党建联席会议', 'joint meeting'), briefing: say('情况通报会', 'briefing') },
  'body.kind': {
    partyOrganisation: say('社区党组织', 'party organisation'), residentsCommittee: say('居民委员会', 'residents\' committee'), workStation: say('社区工作站', 'work station'), residentGroup: say('居民小组', 'residents\' group'), residentsAssembly: say('居民代表大会', 'residents\' assembly'),
    council: say('社区理事会', 'community council'), ownersSelfGovernance: say('业主自治委员会', 'owners\' self-governance'), estateGroup: say('小区自治小组', 'estate group'), shareCooperative: say('股份经济合作社', 'share cooperative'),
    managementCommittee: say('社区管理委员会', 'management committee'), propertyCompany: say('物业公司', 'property company'), union: say('工会', 'trade union'), youthLeague: say('共青团', 'youth league'), womensFederation: say('妇联', 'women\'s federation'), elderAssociation: say('老年协会', 'association of the elderly'),
  },
  'estate.kind': { ordinary: say('普通小区', 'ordinary'), resettlement: say('安置小区', 'resettlement'), compound: say('家属院', 'compound') },
  'estate.buildStatus': { built: say('已建', 'built'), building: say('在建', 'under way'), planned: say('规划', 'planned') },
  'estate.property': { company: say('有物业公司', 'company'), selfRun: say('自管', 'self-run'), withdrawn: say('物业已撤', 'withdrawn'), none: say('无物业', 'none') },
  'estate.owners': { committee: say('有业委会', 'committee'), resigned: say('业委会已辞', 'resigned'), preparing: say('筹备中', 'preparing'), none: say('无业委会', 'none') },
  'document.kind': {
    rulesOfProcedure: say('大党委议事规则', 'rules of procedure'), seatRules: say('席位委员工作制度', 'rules for seats'), appraisal: say('考核监督机制', 'appraisal'), memberRole: say('党员作用发挥机制', 'role of members'), coordination: say('党建协调机制', 'coordination'), funding: say('经费保障机制', 'funding'),
    channelWindow: say('宣传橱窗', 'notice window'), channelGroup: say('居民群', 'residents\' chat group'), channelMessages: say('短信平台', 'text messages'), pledge: say('公开承诺', 'pledge'),
  },
  'placeRegister.level': { district: say('区县', 'district'), street: say('街道', 'street'), town: say('乡镇', 'town'), village: say('村', 'village'), community: say('社区', 'community'), zone: say('管理区', 'zone') },
  'placeRegister.form': { committee: say('党委', 'committee'), generalBranch: say('党总支', 'general branch'), branch: say('党支部', 'branch') },
}
