import type { AllChoiceWords, AllSheetWords } from './sheet-words.ts'
import { say } from './sheet-words.ts'

/** 共享. */
type Share = 'serviceOffer' | 'plaque' | 'listItem' | 'claim' | 'candidate'

export const shareSheetWords: AllSheetWords<Share> = {
  serviceOffer: { name: say('单位服务', 'Services of units'), purpose: say('单位向居民提供、没有固定场所的服务', 'Services of units without a site'), fields: { kind: say('服务内容', 'kind'), audience: say('服务对象', 'for whom'), way: say('服务方式', 'way'), timesAYear: say('每年次数', 'times a year') } },
  plaque: { name: say('挂牌阵地', 'Plaques'), purpose: say('场所挂的牌子：社区党员活动室、实践基地、示范点、党员服务站等', 'Signs on sites: members\' rooms, practice bases, model sites, service stations'), fields: { facility: say('设施', 'site'), kind: say('牌子', 'sign'), direction: say('开放方向', 'direction'), squareMetres: say('面积（平方米）', 'square metres'), cost: say('投资（元）', 'cost (yuan)') } },
  listItem: {
    name: say('三张清单', 'Three lists'), purpose: say('需求清单、资源清单、项目清单', 'Needs, resources and projects'),
    fields: { list: say('清单', 'list'), category: say('类别', 'category'), detail: say('内容', 'detail'), capacity: say('可服务人次', 'capacity'), until: say('有效期至', 'valid until'), open: say('仍可认领', 'open') },
  },
  claim: {
    name: say('双向认领', 'Claims'), purpose: say('单位认领需求和项目，社区认领资源', 'Units take needs and projects, communities take resources'),
    fields: { item: say('认领项目', 'item'), resource: say('对接资源', 'resource'), by: say('认领方', 'claimed by'), state: say('进展', 'state'), day: say('认领日期', 'day of claim'), walkMetres: say('步行距离（米）', 'walk (m)') },
  },
  candidate: {
    name: say('备选点', 'Candidates'), purpose: say('可以开放或新建的地方：单位不开放的食堂和房间、锁着的门、闲置用房、规划选址，以及单位是否愿意', 'What could open or be built: closed canteens and rooms of units, locked gates, vacant premises, planned sites, and whether the owner is willing'),
    fields: {
      kind: say('备选点类型', 'kind of candidate'), category: say('设施类别', 'category of site'), facility: say('设施', 'site'), gate: say('门的编号', 'gate'), willingness: say('意愿', 'willingness'), spareSeats: say('空余座位', 'spare seats'),
      hours: say('可开放时间', 'hours offered'), cost: say('费用（元）', 'cost (yuan)'), squareMetres: say('面积（平方米）', 'square metres'), note: say('备注', 'note'),
    },
  },
}

export const shareChoiceWords: AllChoiceWords<Share> = {
  'serviceOffer.audience': { everyone: say('全体居民', 'everyone'), older: say('老年人', 'older people'), children: say('儿童', 'children'), lowIncome: say('低收入者', 'low income'), entitled: say('优抚对象', 'entitled families'), disabled: say('残疾人', 'disabled people') },
  'serviceOffer.way': { claimed: say('认领服务', 'claimed'), fixedPoint: say('定点服务', 'at a fixed point'), paired: say('结对服务', 'paired') },
  'plaque.kind': { memberRoom: say('社区党员活动室', 'members\' room'), practiceBase: say('社会实践基地', 'practice base'), modelSite: say('党建示范点', 'model site'), memberStation: say('党员服务站', 'members\' service station'), noticeWindow: say('宣传橱窗', 'notice window'), school: say('社区学校', 'community school') },
  'plaque.direction': { unitToCommunity: say('单位向社区开放', 'unit to community'), communityToUnit: say('社区向单位开放', 'community to unit') },
  'listItem.list': { need: say('需求清单', 'needs'), resource: say('资源清单', 'resources'), project: say('项目清单', 'projects') },
  'claim.by': { unit: say('单位认领', 'unit'), community: say('社区认领', 'community') },
  'candidate.kind': { closedResource: say('不开放的单位资源', 'closed resource of a unit'), lockedGate: say('锁着的门', 'locked gate'), vacantPremises: say('闲置用房', 'vacant premises'), plannedSite: say('规划选址', 'planned site') },
  'candidate.willingness': { willing: say('愿意', 'willing'), negotiating: say('洽谈', 'negotiating'), refused: say('不同意', 'refused') },
  'claim.state': { suggested: say('推荐', 'suggested'), claimed: say('已认领', 'claimed'), accepted: say('已接受', 'accepted'), done: say('已完成', 'done'), withdrawn: say('已撤回', 'withdrawn') },
}
