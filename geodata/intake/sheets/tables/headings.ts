import type { CommonColumn } from '../../../words/sheets/common.ts'

/** Headings that people also write over the common columns, those of our own exported lists among them. */
export const commonAliases: Readonly<Record<CommonColumn, readonly string[]>> = {
  id: ['唯一编码', '编码', '记录编号'],
  name: ['名字'],
  area: ['区域编码', '区域代码', '所在区域', '所属区域', 'area code'],
  unit: ['单位编号', '单位名称', '所属单位', '所在单位', '所属单位编号', '驻区单位', 'unit id', 'unit name'],
  lon: ['lng', 'long', 'x'],
  lat: ['y'],
  validFrom: ['开始日期', '起始时间', '开始时间', '起'],
  validTo: ['结束日期', '终止日期', '截止时间', '结束时间', '止'],
  source: ['出处', '数据来源'],
  date: ['数据日期', '数据时间', '填报日期'],
}

/** Other headings of a form's own columns, by `form.column`. */
export const headingAliases: Readonly<Record<string, readonly string[]>> = {
  'seat.committee': ['大党委', '委员会'], 'seat.number': ['席位序号', '席位'], 'seat.role': ['职务', '委员职务'], 'seat.post': ['单位职务'],
  'tenure.seat': ['所任席位'], 'committee.level': ['类型', '委员会类型'],
  'meeting.kind': ['会议'], 'meeting.day': ['开会日期', '召开日期'],
  'partyOrganisation.parent': ['上级'], 'partyOrganisation.form': ['类型', '组织类型'],
  'body.kind': ['机构'], 'estate.kind': ['类型'], 'slot.slot': ['项目', '项目编码'], 'slot.state': ['状态'], 'serviceItem.item': ['事项', '事项编码'],
  'unit.nature': ['单位性质', '类型'], 'unit.community': ['所在社区', '登记社区编码', '所属社区'],
  'facility.category': ['类别编码', '设施类型', '服务类别'], 'facility.hours': ['营业时间', '服务时间', 'opening_hours'], 'facility.phone': ['联系电话'], 'facility.address': ['门牌', '详细地址', '地点'], 'facility.prices': ['收费', '收费标准', 'price'], 'facility.payments': ['付款方式', '支付方式'], 'facility.bring': ['携带证件', '需带'], 'facility.booking': ['预约方式'], 'facility.delivers': ['送餐', '可送餐'], 'facility.halal': ['清真'], 'facility.toilet': ['卫生间'], 'facility.menu': ['菜谱'],
  'organisation.kind': ['组织类型'], 'organisation.creditCode': ['信用代码', '统一信用代码'], 'organisation.community': ['所在社区', '所属社区'],
  'organisation.operating': ['经营情况'], 'organisation.organised': ['党组织组建'], 'organisation.registeredCommunity': ['登记社区编码', '注册地社区'],
}
