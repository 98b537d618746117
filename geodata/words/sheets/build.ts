import type { AllChoiceWords, AllSheetWords } from './sheet-words.ts'
import { say } from './sheet-words.ts'

/** 共建. */
type Build = 'slot' | 'fund' | 'programme'

export const buildSheetWords: AllSheetWords<Build> = {
  slot: {
    name: say('阵地项目', 'Items of completeness'), purpose: say('一站一园一场七室、一所一校四中心各项的建设情况；状态变化另起一行', 'Each item of the catalogue at a community or street; a change is a new row'),
    fields: { slot: say('阵地项目', 'item'), state: say('建设情况', 'state'), facility: say('设施', 'site'), squareMetres: say('面积（平方米）', 'square metres'), builtYear: say('建成年份', 'year built'), batchYear: say('批次年份', 'year of batch'), cost: say('投资（元）', 'cost (yuan)'), fund: say('资金来源', 'funded by') },
  },
  fund: { name: say('经费', 'Funds'), purpose: say('党建与阵地经费，按用途和来源', 'Money by purpose and source'), fields: { year: say('年度', 'year'), purpose: say('用途', 'purpose'), source: say('经费来源', 'source of funds'), yuan: say('金额（元）', 'amount (yuan)'), members: say('计提党员数', 'members it is for') } },
  programme: {
    name: say('建设计划', 'Building programmes'), purpose: say('村级综合服务平台、安置小区、驿站等建设进度', 'Platforms, resettlement estates and stations as they are built'),
    fields: { kind: say('建设类型', 'kind'), status: say('进度', 'status'), year: say('年度', 'year'), count: say('数量', 'number'), squareMetres: say('建筑面积（平方米）', 'square metres'), yuan: say('投资（元）', 'cost (yuan)'), renovated: say('改扩建', 'renovated') },
  },
}

export const buildChoiceWords: AllChoiceWords<Build> = {
  'slot.state': { built: say('已建', 'built'), shared: say('共享', 'shared'), underway: say('在建', 'under way'), missing: say('缺项', 'missing') },
  'fund.purpose': { activities: say('党员活动', 'activities'), sites: say('阵地建设', 'sites'), allowances: say('委员补贴', 'allowances'), management: say('物业管理', 'management'), opening: say('开办', 'opening') },
  'fund.source': { finance: say('财政支持', 'public finance'), dues: say('党费', 'dues'), society: say('社会筹措', 'society'), collective: say('村集体', 'collective'), street: say('街道', 'street') },
  'programme.kind': { villagePlatform: say('村级综合服务平台', 'village platform'), estate: say('安置小区', 'estate'), station: say('驿站', 'station') },
  'programme.status': { planned: say('计划', 'planned'), building: say('在建', 'under way'), done: say('完成', 'done') },
}
