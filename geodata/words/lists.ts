import type { BuildingUse } from '../model/building.ts'
import type { Audience, UnitNature } from '../model/facility.ts'
import type { OrganisationKind } from '../model/organisation.ts'
import type { ResidentBasis } from '../model/provenance.ts'
import type { Sentence } from './sentence.ts'

/** Headings of exported lists of records. */
export const listHeadings = {
  id: { zh: '编号', en: 'id' },
  name: { zh: '名称', en: 'name' },
  code: { zh: '编码', en: 'code' },
  category: { zh: '类别编码', en: 'category' },
  categoryName: { zh: '类别', en: 'category name' },
  nature: { zh: '性质', en: 'nature' },
  kind: { zh: '类型', en: 'kind' },
  creditCode: { zh: '统一社会信用代码', en: 'credit code' },
  use: { zh: '用途', en: 'use' },
  storeys: { zh: '层数', en: 'storeys' },
  district: { zh: '区', en: 'district' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  grid: { zh: '网格', en: 'grid' },
  estate: { zh: '小区', en: 'estate' },
  registeredCommunity: { zh: '登记社区编码', en: 'registered community' },
  statedCommunity: { zh: '社区编码', en: 'community code' },
  unit: { zh: '所属单位编号', en: 'unit' },
  audience: { zh: '开放对象', en: 'open to' },
  minAge: { zh: '最小年龄', en: 'from age' },
  maxAge: { zh: '最大年龄', en: 'to age' },
  onlyAreas: { zh: '只限居住在', en: 'only residents of' },
  hours: { zh: '开放时间', en: 'hours' },
  phone: { zh: '电话', en: 'telephone' },
  seats: { zh: '座位', en: 'seats' },
  spareSeats: { zh: '余座', en: 'spare seats' },
  squareMetres: { zh: '面积（平方米）', en: 'square metres' },
  stepFree: { zh: '无台阶', en: 'step-free' },
  checkedDay: { zh: '核实日期', en: 'checked on' },
  checkedBy: { zh: '核实者', en: 'checked by' },
  locked: { zh: '上锁', en: 'locked' },
  lockedHours: { zh: '上锁时间', en: 'locked during' },
  estateCode: { zh: '小区编码', en: 'estate code' },
  all: { zh: '居民', en: 'residents' },
  over60: { zh: '60 岁及以上', en: '60 and over' },
  over80: { zh: '80 岁及以上', en: '80 and over' },
  children: { zh: '14 岁及以下', en: 'up to 14' },
  households: { zh: '户数', en: 'households' },
  basis: { zh: '人口口径', en: 'basis' },
  counted: { zh: '人数来源', en: 'residents from' },
  residentsSource: { zh: '人数出处', en: 'source of residents' },
  residentsDate: { zh: '人数日期', en: 'date of residents' },
  validFrom: { zh: '开始日期', en: 'from' },
  validTo: { zh: '截止日期（不含）', en: 'until (not included)' },
  lon: { zh: '经度', en: 'longitude' },
  lat: { zh: '纬度', en: 'latitude' },
  source: { zh: '出处', en: 'source' },
  date: { zh: '日期', en: 'date' },
} as const satisfies Readonly<Record<string, Sentence>>
export type ListHeading = keyof typeof listHeadings

/** Labels of what stands beside an exported list. */
export const listNotes = {
  notice: { zh: '注意', en: 'notice' },
  city: { zh: '城市', en: 'city' },
  list: { zh: '列表', en: 'list' },
  area: { zh: '区域', en: 'area' },
  asOf: { zh: '数据时点', en: 'as of' },
  rows: { zh: '行数', en: 'rows' },
  hidden: { zh: '未写出的人数', en: 'counts not written' },
  rule: { zh: '少数规则', en: 'small counts' },
  dataDate: { zh: '数据日期', en: 'data date' },
  dataVersion: { zh: '数据版本', en: 'data version' },
  catalogue: { zh: '目录版本', en: 'catalogue version' },
  attribution: { zh: '数据来源', en: 'source' },
} as const satisfies Readonly<Record<string, Sentence>>

export const listTexts = {
  notes: { zh: '说明', en: 'notes' },
  whole: { zh: '全部', en: 'all' },
  today: { zh: '现状', en: 'as it stands' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  counted: { zh: '登记', en: 'register' },
  estimated: { zh: '估算', en: 'estimate' },
  few: { zh: '少于 {k} 的人数写作“<{k}”；为使它们不能由合计倒算，另有少数人数写作“*”。k = {k}', en: 'Counts below {k} are written "<{k}"; so that no sum gives them away, a few others are written "*". k = {k}' },
} as const satisfies Readonly<Record<string, Sentence>>

export const audienceWords: Readonly<Record<Audience, Sentence>> = {
  everyone: { zh: '所有人', en: 'everyone' },
  retired: { zh: '退休人员', en: 'retired people' },
  disabled: { zh: '残疾人', en: 'disabled people' },
  couriers: { zh: '快递骑手等', en: 'couriers' },
  members: { zh: '会员', en: 'members' },
  staff: { zh: '职工', en: 'staff' },
  byArrangement: { zh: '预约后开放', en: 'by arrangement' },
}

export const natureWords: Readonly<Record<UnitNature, Sentence>> = {
  government: { zh: '机关', en: 'government' },
  publicInstitution: { zh: '事业单位', en: 'public institution' },
  stateEnterprise: { zh: '国有企业', en: 'state enterprise' },
  privateEnterprise: { zh: '民营企业', en: 'private enterprise' },
  school: { zh: '学校', en: 'school' },
  medical: { zh: '医疗机构', en: 'medical' },
  property: { zh: '物业企业', en: 'property management' },
  socialOrganisation: { zh: '社会组织', en: 'social organisation' },
  other: { zh: '其他单位', en: 'other unit' },
}

export const organisationKindWords: Readonly<Record<OrganisationKind, Sentence>> = {
  enterprise: { zh: '新经济组织', en: 'enterprise' },
  socialOrganisation: { zh: '新社会组织', en: 'social organisation' },
}

export const useWords: Readonly<Record<BuildingUse, Sentence>> = {
  residential: { zh: '住宅', en: 'homes' },
  dormitory: { zh: '宿舍', en: 'dormitory' },
  office: { zh: '办公', en: 'offices' },
  commercial: { zh: '商业', en: 'shops' },
  school: { zh: '学校', en: 'school' },
  hospital: { zh: '医疗', en: 'medical' },
  government: { zh: '行政', en: 'government' },
  culture: { zh: '文化', en: 'culture' },
  sport: { zh: '体育', en: 'sport' },
  industrial: { zh: '工业', en: 'industry' },
  transport: { zh: '交通', en: 'transport' },
  ancillary: { zh: '附属', en: 'ancillary' },
  religious: { zh: '宗教建筑', en: 'place of worship' },
  other: { zh: '其他', en: 'other' },
}

export const basisWords: Readonly<Record<ResidentBasis, Sentence>> = {
  permanent: { zh: '常住', en: 'permanent' },
  registered: { zh: '户籍', en: 'registered' },
  actual: { zh: '实有', en: 'actual' },
}

export const lockedWords: Readonly<Record<'never' | 'always' | 'hours', Sentence>> = {
  never: { zh: '不上锁', en: 'never' },
  always: { zh: '一直上锁', en: 'always' },
  hours: { zh: '定时上锁', en: 'at some hours' },
}
