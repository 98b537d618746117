import type { AllChoiceWords, AllSheetWords } from './sheet-words.ts'
import { say } from './sheet-words.ts'

/** 共办. */
type Act = 'serviceItem' | 'admittedTask' | 'task' | 'newEmployment' | 'carrier'

export const actSheetWords: AllSheetWords<Act> = {
  serviceItem: { name: say('服务事项', 'Service items'), purpose: say('社区能办的为民服务事项及办理方式', 'Items handled at a community and how'), fields: { item: say('服务事项', 'item'), mode: say('办理方式', 'mode'), facility: say('办理场所', 'site') } },
  admittedTask: { name: say('减负准入', 'Admitted tasks'), purpose: say('部门工作进社区的准入事项', 'Tasks that departments bring into communities'), fields: { department: say('部门', 'department'), admitted: say('是否准入', 'admitted'), until: say('准入期限', 'admitted until') } },
  task: {
    name: say('问题清单', 'Tasks'), purpose: say('要解决的问题：责任单位、时限、状态、销号，解决前后的数', 'What shall be put right: by whom, until when, its figure before and after'),
    fields: {
      origin: say('问题来源', 'origin'), subject: say('所指对象', 'subject'), owner: say('责任单位', 'owner'), due: say('办结时限', 'due'), state: say('状态', 'state'), opened: say('立项日期', 'opened'), closed: say('销号日期', 'closed'), measure: say('衡量指标', 'measure'), before: say('解决前', 'before'), after: say('解决后', 'after'), note: say('备注', 'note'),
    },
  },
  newEmployment: { name: say('新就业群体', 'New employment groups'), purpose: say('外卖、快递、网约车、货运、家政从业者人数，按平台合计；不与两新组织相加', 'Workers of platforms as counts; never summed with organisations'), fields: { platform: say('行业', 'trade'), month: say('月份', 'month'), workers: say('从业人数', 'workers'), organised: say('党组织覆盖人数', 'covered by an organisation'), members: say('党员数', 'members') } },
  carrier: { name: say('载体', 'Carriers'), purpose: say('楼宇、园区、商圈市场、互联网载体', 'Towers, parks, markets and internet carriers'), fields: { kind: say('载体类型', 'kind'), alsoIn: say('跨社区', 'also in'), floors: say('层数', 'floors'), building: say('楼栋编号', 'building') } },
}

export const actChoiceWords: AllChoiceWords<Act> = {
  'serviceItem.mode': { window: say('窗口', 'window'), online: say('网上', 'online'), agent: say('代办', 'by an agent') },
  'task.origin': { gap: say('短板', 'gap'), missingItem: say('缺项', 'missing item'), vacancy: say('席位空缺', 'vacancy'), overdueMeeting: say('会议逾期', 'overdue meeting'), uncoveredFirm: say('两新未覆盖', 'uncovered firm'), need: say('居民需求', 'need'), estate: say('失管小区', 'estate without management'), other: say('其他', 'other') },
  'task.state': { open: say('待办', 'open'), doing: say('办理中', 'under way'), done: say('已销号', 'done'), dropped: say('已撤销', 'dropped') },
  'newEmployment.platform': { food: say('外卖配送', 'food delivery'), parcels: say('快递', 'parcels'), rides: say('网约车', 'ride hailing'), freight: say('货运', 'freight'), domestic: say('家政', 'domestic work') },
  'carrier.kind': { tower: say('商务楼宇', 'tower'), park: say('园区', 'park'), market: say('商圈市场', 'market'), internet: say('互联网', 'internet') },
}
