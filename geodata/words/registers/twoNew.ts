import type { RegisterWords } from './register-words.ts'

const modes = {
  operating: { zh: '实体运营', en: 'operating' }, organised: { zh: '组织覆盖', en: 'organised' }, organisedShare: { zh: '组织覆盖率', en: 'organised, share' }, single: { zh: '单独组建', en: 'their own' }, joint: { zh: '联合组建', en: 'joint' },
  work: { zh: '工作覆盖', en: 'reached by work' }, workShare: { zh: '工作覆盖率', en: 'reached by work, share' }, workOnly: { zh: '仅工作覆盖', en: 'by work alone' }, uncovered: { zh: '未覆盖', en: 'not covered' }, uncoveredShare: { zh: '未覆盖占比', en: 'not covered, share' },
} as const
const fields = { tower: { zh: '商务楼宇', en: 'towers' }, park: { zh: '园区', en: 'parks' }, market: { zh: '商圈市场', en: 'markets' }, internet: { zh: '互联网', en: 'internet' } } as const
const ofOperating = { zh: '实体运营企业', en: 'operating enterprises' }
const ofActive = { zh: '实际运作的社会组织', en: 'active social organisations' }

/** 50 and 51 of 共管. */
export const twoNewGovernWords = {
  twoNewCover: {
    name: { zh: '两新党组织覆盖', en: 'Cover of new organisations' },
    question: { zh: '实体运营的两新组织有多少被党组织覆盖，哪些载体还有应建未建？', en: 'How many operating organisations are covered, and which carriers have some that are due?' },
    formula: {
      zh: '组织覆盖率 =（单独组建 + 联合组建覆盖的企业）÷ 实体运营企业；工作覆盖率 =（已组建 ∪ 有指导员、联络员或群团的企业）÷ 实体运营企业，不低于组织覆盖率；分母剔除未实际经营、已注销和重复登记；企业与社会组织分列',
      en: 'Organised = (enterprises with their own + those covered by joint organisations) ÷ operating; by work = (organised ∪ with instructor, liaison or mass organisation) ÷ operating, never less; without those not operating, closed or entered twice; social organisations apart',
    },
    answer: {
      zh: '登记企业 {registered} 家，剔除 {excluded} 家后实体运营 {operating} 家，组织覆盖 {organised} 家（{percent}%），工作覆盖 {work} 家（{workPercent}%）；应建未建 {undone} 家[，在{places}]；社会组织 {societies} 家，组织覆盖 {societiesOrganised} 家（{societiesPercent}%）',
      en: 'Of {registered} registered enterprises {excluded} are left out and {operating} operate: {organised} organised ({percent} %), {work} reached by work ({workPercent} %); {undone} due and not done[, at {places}]; of {societies|social organisation|social organisations} {societiesOrganised} are organised ({societiesPercent} %)',
    },
    answerNone: {
      zh: '登记企业 {registered} 家，剔除 {excluded} 家后实体运营 {operating} 家，组织覆盖 {organised} 家（{percent}%），工作覆盖 {work} 家（{workPercent}%），没有应建未建；社会组织 {societies} 家，组织覆盖 {societiesOrganised} 家（{societiesPercent}%）',
      en: 'Of {registered} registered enterprises {excluded} are left out and {operating} operate: {organised} organised ({percent} %), {work} reached by work ({workPercent} %), none is due; of {societies|social organisation|social organisations} {societiesOrganised} are organised ({societiesPercent} %)',
    },
    headlines: {
      operating: { name: modes.operating, of: { zh: '登记企业', en: 'registered enterprises' } }, organised: { name: { zh: '企业组织覆盖', en: 'enterprises organised' }, of: ofOperating }, work: { name: { zh: '企业工作覆盖', en: 'enterprises reached by work' }, of: ofOperating }, single: { name: modes.single, of: ofOperating }, joint: { name: modes.joint, of: ofOperating },
      undone: { name: { zh: '应建未建', en: 'due and not done' }, of: { zh: '应建企业', en: 'enterprises due' } }, societiesOrganised: { name: { zh: '社会组织组织覆盖', en: 'social organisations organised' }, of: ofActive }, societiesWork: { name: { zh: '社会组织工作覆盖', en: 'social organisations reached by work' }, of: ofActive },
    },
    columns: {
      carrier: { zh: '载体', en: 'carrier' }, carrierKind: { zh: '载体类型', en: 'kind of carrier' }, ...modes, due: { zh: '应建', en: 'due' }, undone: { zh: '应建未建', en: 'due and not done' }, jointBranches: { zh: '联合支部', en: 'joint branches' }, societies: { zh: '社会组织', en: 'social organisations' },
      societiesOrganised: { zh: '社会组织已组建', en: 'social organisations organised' },
    },
  },
  newFields: {
    name: { zh: '新兴领域有效覆盖', en: 'Cover of new fields' },
    question: { zh: '楼宇、园区、商圈市场、互联网企业各用什么方式覆盖，哪里还空着？', en: 'How are firms of towers, parks, markets and the internet covered, and where are they not?' },
    formula: { zh: '单独组建 + 联合组建 + 仅工作覆盖 + 未覆盖 = 实体运营企业；每家只计入一个主场景；各场景为组织覆盖率', en: 'Their own + joint + by work alone + not covered = operating; each firm counts in one primary scene; scenes show the share organised' },
    answer: {
      zh: '四类场景实体运营企业 {operating} 家：单独组建 {single}、联合组建 {joint}、仅工作覆盖 {workOnly}、未覆盖 {uncovered}[；组织覆盖率楼宇 {tower}%][，园区 {park}%][，商圈市场 {market}%][，互联网 {internet}%]',
      en: '{operating} operating firms of four scenes: {single} with their own, {joint} joint, {workOnly} by work alone, {uncovered} not covered[; organised in towers {tower} %][; in parks {park} %][; in markets {market} %][; on the internet {internet} %]',
    },
    headlines: {
      single: { name: modes.single, of: ofOperating }, joint: { name: modes.joint, of: ofOperating }, workOnly: { name: modes.workOnly, of: ofOperating }, uncovered: { name: modes.uncovered, of: ofOperating },
      tower: { name: { zh: '商务楼宇已组建', en: 'towers organised' }, of: ofOperating }, park: { name: { zh: '园区已组建', en: 'parks organised' }, of: ofOperating }, market: { name: { zh: '商圈市场已组建', en: 'markets organised' }, of: ofOperating }, internet: { name: { zh: '互联网已组建', en: 'internet organised' }, of: ofOperating },
    },
    columns: { ...modes, ...fields },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>

/** 53 of 共培. */
export const twoNewTrainWords = {
  instructors: {
    name: { zh: '党建指导员', en: 'Instructors' },
    question: { zh: '指导员进驻了哪些社区和载体，还有多少家待派？', en: 'Where are instructors, and how many organisations wait for one?' },
    formula: { zh: '待派 = 未覆盖的和应建未建且无指导员的实体运营组织；余额 = 指导员还能联系的家数', en: 'Waiting = operating organisations that are not covered, or due, without an instructor; room = how many more instructors can look after' },
    answer: { zh: '{posts} 名指导员，{having} 个社区（共 {communities} 个）有进驻，联系企业 {firms} 家、社会组织 {societies} 家；{waiting} 家待派，余额 {room} 家', en: '{posts|instructor|instructors}, in {having} of {communities|community|communities}, for {firms|enterprise|enterprises} and {societies|social organisation|social organisations}; {waiting} wait, room for {room}' },
    headlines: {
      posts: { name: { zh: '指导员', en: 'instructors' } }, communitiesWith: { name: { zh: '有进驻的社区', en: 'communities with one' }, of: { zh: '社区', en: 'communities' } }, firms: { name: { zh: '联系企业', en: 'enterprises looked after' } }, societies: { name: { zh: '联系社会组织', en: 'social organisations looked after' } },
      waiting: { name: { zh: '待派', en: 'waiting' } }, room: { name: { zh: '余额', en: 'room' } },
    },
    columns: { posts: { zh: '指导员', en: 'instructors' }, firms: { zh: '联系企业', en: 'enterprises' }, societies: { zh: '联系社会组织', en: 'social organisations' }, waiting: { zh: '待派', en: 'waiting' }, room: { zh: '余额', en: 'room' } },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>
