import type { CheckCode, ExclusionReason, FormulaName, ShownSize } from '../model/twoNew.ts'
import type { Sentence } from './sentence.ts'

/** The formula beside each figure: what is divided by what (DOMAIN.md 4.2). {least}: full members from which an organisation of its own is due. */
export const twoNewFormulas: Readonly<Record<FormulaName, Sentence>> = {
  registered: { zh: '登记数 = 台账中在查询日有效的组织，含未实际经营、已注销和重复登记的', en: 'Registered = rows of the register that stand on the day, with those not operating, closed or entered twice' },
  operating: { zh: '实体运营数 = 登记数 − 未实际经营 − 已注销 − 重复登记（统一社会信用代码相同的只计一次）；未核实的暂计入，另行列出', en: 'Operating = registered − not operating − closed − entered twice (one credit code counts once); those nobody has looked at are counted and told apart' },
  overRegistered: { zh: '按登记数计的覆盖率 =（单独组建 + 联合组建覆盖的组织）÷ 登记数；仅供对照，分母含未实际经营的', en: 'Rate over the register = (organisations with their own + those covered by joint ones) ÷ registered; for comparison only' },
  organised: { zh: '组织覆盖率 =（单独组建 + 联合组建覆盖的组织）÷ 实体运营数；挂靠不计入', en: 'Cover by organisation = (organisations with their own + those covered by joint ones) ÷ operating; attached ones are not counted' },
  single: { zh: '单独组建率 = 单独建立党组织的 ÷ 实体运营数', en: 'Own organisation = those with an organisation of their own ÷ operating' },
  joint: { zh: '联合组建率 = 联合党组织覆盖的组织 ÷ 实体运营数；按被覆盖的组织逐家计，不按支部计', en: 'Joint organisation = organisations covered by joint ones ÷ operating; counted by organisation, not by branch' },
  jointBranches: { zh: '联合党支部数 = 不重复的联合支部；一个支部覆盖多家，故少于联合组建覆盖的家数', en: 'Joint branches = different joint branches; each covers several, so they are fewer than those they cover' },
  attached: { zh: '挂靠率 = 挂靠的 ÷ 实体运营数；单列，不计入组织覆盖率', en: 'Attached = attached ones ÷ operating; apart, not part of cover by organisation' },
  work: { zh: '工作覆盖率 =（已组建的 ∪ 有党建指导员、联络员或群团组织的）÷ 实体运营数；包含组织覆盖，故不低于组织覆盖率', en: 'Cover by work = (organised ∪ those with an instructor, a liaison or a mass organisation) ÷ operating; it contains cover by organisation' },
  workOnly: { zh: '仅工作覆盖 = 工作覆盖 − 组织覆盖', en: 'Work only = covered by work − organised' },
  uncovered: { zh: '未覆盖 = 实体运营数 − 工作覆盖', en: 'Not covered = operating − covered by work' },
  due: { zh: '应建已建率 = 已单独建立的 ÷ 应建的；应建 = 有 {least} 名及以上正式党员的实体运营组织', en: 'Due and done = with an organisation of their own ÷ due; due = operating with {least} or more full members' },
  newEmployment: { zh: '新就业群体单列：党组织覆盖人数 ÷ 从业人数，按行业取最近一个月，不与两类组织相加', en: 'New employment groups apart: workers covered by an organisation ÷ workers, of the newest month of each trade; never summed with organisations' },
}

export const sizeWords: Readonly<Record<ShownSize, Sentence>> = {
  '1-9': { zh: '9 人及以下', en: 'up to 9' }, '10-49': { zh: '10–49 人', en: '10–49' }, '50-99': { zh: '50–99 人', en: '50–99' }, '100+': { zh: '100 人及以上', en: '100 and more' }, unknown: { zh: '人数不详', en: 'unknown' }, aboveScale: { zh: '规模以上', en: 'above scale' },
}
export const noSceneWord: Sentence = { zh: '未说明', en: 'not said' }

/** What the checks find; {count}: organisations concerned. */
export const checkSentences: Readonly<Record<CheckCode, Sentence>> = {
  unchecked: { zh: '{count} 家未核实是否实际经营，暂计入分母', en: '{count}: nobody has looked whether they operate; counted for now' },
  organisedUnsaid: { zh: '{count} 家未填组建方式，按未组建计', en: '{count}: nobody has said how they are organised; counted as not' },
  duplicateCode: { zh: '{count} 行与他行统一社会信用代码相同，已剔除，每个代码只计一次', en: '{count} rows have the credit code of another and are left out' },
  badCode: { zh: '{count} 家的统一社会信用代码不是 18 位或校验位不符', en: '{count} credit codes are not of 18 signs or miss their check digit' },
  jointAlone: { zh: '{count} 家的联合党支部只覆盖它一家', en: '{count} joint branches cover one organisation alone' },
  jointInTwoCarriers: { zh: '{count} 家的联合党支部跨两个以上载体：支部只计一次，按家数覆盖', en: '{count} belong to joint branches in more than one carrier: the branch counts once' },
  singleShared: { zh: '{count} 家共用一个党支部，却有填单独组建的', en: '{count} share a branch that one of them calls its own' },
  singleFew: { zh: '{count} 家填单独组建，正式党员不足 {least} 名', en: '{count} have an organisation of their own and fewer than {least} full members' },
  workAsOrganisation: { zh: '{count} 家填已组建却无党支部、只有指导员、联络员或群团：疑把工作覆盖当作组织覆盖', en: '{count} are called organised without a branch, with work cover alone' },
  noBranch: { zh: '{count} 家填已组建，未注明党支部', en: '{count} are called organised without a branch' },
  branchNotCounted: { zh: '{count} 家注明了党支部，组建方式却是未组建或未填，未计入组织覆盖', en: '{count} name a branch and are not called organised: not counted' },
  registeredElsewhere: { zh: '{count} 家登记社区与经营社区不同，按经营社区计', en: '{count} are registered in another community than where they operate; counted where they operate' },
  noCommunity: { zh: '{count} 家不在任何社区，只计入合计', en: '{count} are in no community: in the total alone' },
  sceneMissing: { zh: '{count} 家未填主场景', en: '{count} have no scene' },
  sceneOfCarrier: { zh: '{count} 家的场景与所在载体的类型不同', en: '{count} have another scene than their carrier' },
  stale: { zh: '{count} 家的信息比数据日期早一年以上', en: '{count} rows are more than a year older than the data' },
  membersOverEmployees: { zh: '{count} 家党员数多于从业人数', en: '{count} have more members than employees' },
}

/** Why an organisation is in a list. */
export const listReasons = {
  uncovered: { zh: '无党组织，也无指导员、联络员和群团组织', en: 'No organisation, and no instructor, liaison or mass organisation' },
  attachedOnly: { zh: '挂靠其他党组织，不计入组织覆盖，也无工作覆盖', en: 'Attached to another organisation, which is not counted, and without work cover' },
  silent: { zh: '没有组织覆盖和工作覆盖的记录', en: 'Nothing is recorded of its cover' },
  due: { zh: '正式党员不少于 {least} 名，应单独建立党组织；现为{organised}', en: '{least} or more full members, so that an organisation of its own is due; now: {organised}' },
  shell: { zh: '未实际经营，不计入分母', en: 'Does not operate: not in the denominator' },
  closed: { zh: '已停业或注销，不计入分母', en: 'Closed: not in the denominator' },
  duplicate: { zh: '统一社会信用代码与“{name}”（{id}）相同，只计一次', en: 'Has the credit code of "{name}" ({id}), which is counted' },
} as const satisfies Readonly<Record<string, Sentence>> & Readonly<Record<ExclusionReason, Sentence>>

export const twoNewProtection: Sentence = {
  zh: '党员和从业人员按每组不少于 {k} 人的相邻载体、社区合并后才显示，最细到载体；不足 {firms} 家的、跨组的、按场景和规模的不显示；往月组织与现状不同时不显示。组织的家数不是人数，如实显示。',
  en: 'Members and employees are put together over neighbouring carriers and communities in groups of at least {k}, down to the carrier; not shown of fewer than {firms} organisations, where a group crosses the cut, by scene or size, or of past months whose organisations differ from today. Organisations are no persons and are counted as they are.',
}

/** Names of the lists, for files. */
export const listNames = { uncovered: { zh: '未覆盖', en: 'not covered' }, due: { zh: '应建未建', en: 'due' }, dispatch: { zh: '指导员派驻', en: 'dispatch' }, excluded: { zh: '剔除', en: 'excluded' } } as const satisfies Readonly<Record<string, Sentence>>
export const listColumns = { id: { zh: '编号', en: 'id' }, name: { zh: '名称', en: 'name' }, kind: { zh: '类型', en: 'kind' }, community: { zh: '社区', en: 'community' }, carrier: { zh: '载体', en: 'carrier' }, reason: { zh: '原因', en: 'reason' }, instructor: { zh: '可派指导员', en: 'instructor' }, room: { zh: '派后余额', en: 'room left' }, task: { zh: '问题清单', en: 'task' }, lon: { zh: '经度', en: 'longitude' }, lat: { zh: '纬度', en: 'latitude' } } as const satisfies Readonly<Record<string, Sentence>>
