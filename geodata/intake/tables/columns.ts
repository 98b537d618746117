import type { NamedLevel } from '../area.ts'

/** Column names, in small letters, under which tables without OSM words say the same thing; the first that is present is taken. */
export const nameColumns = ['name', '名称', '名字', 'mc', 'name_tc', 'name_zh', '楼栋名称', '建筑名称', '道路名称', '路名', 'roadname', 'road_name', '地名']
export const idColumns = ['id', 'fid', 'osm_id', 'osm_way_id', 'objectid', '编号', '唯一编码']

/** An area's row names itself and those above it. */
export const levelColumns: Readonly<Record<NamedLevel, { names: readonly string[]; codes: readonly string[] }>> = {
  city: { names: ['city', '市', '城市', 'pname', 'city_name', '市名称'], codes: ['city_code', '市代码'] },
  district: { names: ['district', '区', '县', '区县', '市辖区', 'tname', '区名称', '区县名称', 'pln_area_n'], codes: ['district_code', '区代码', '区县代码', 'cptid', 'pln_area_c'] },
  street: { names: ['street', '乡', '镇', '街道', '乡镇', '街道名称', '乡镇街道', '乡镇名称', 'jdmc', 'town', 'township'], codes: ['street_code', '街道代码', '乡镇代码', 'jddm'] },
  community: { names: ['community', '社区', '社区名称', '村', '村居', '居委会', 'sqmc', 'vname', 'village', 'subzone_n'], codes: ['community_code', '社区代码', '社区编码', 'sqdm', 'cptvid', 'subzone_c'] },
  grid: { names: ['grid', '网格', '网格名称', 'wgmc'], codes: ['grid_code', '网格编码', '网格代码', 'wgbm'] },
}

export const buildingColumns = {
  storeys: ['层数', '楼层', '楼层数', '地上层数', 'floor', 'floors', 'storeys', 'stories', 'levels', 'cengshu'],
  height: ['height', '高度', '楼高', '建筑高度'],
  use: ['用途', '建筑用途', '房屋用途', '使用性质', 'use', 'usage'],
  residents: ['popcount', 'population', '人口', '人口数', '居民数', '常住人口', '实有人口', 'residents'],
  households: ['户数', '总户数', 'households'],
  over60: ['60岁以上', '60岁及以上', 'over60', 'age60'],
  over80: ['80岁以上', '80岁及以上', 'over80', 'age80'],
  children: ['儿童', '14岁以下', '0至14岁', 'children'],
  code: ['楼栋编码', '建筑编码', '房屋编码', 'code'],
  grid: ['网格编码', '网格代码', '网格', 'grid'],
  estate: ['小区编码', '小区代码', '小区', 'estate'],
} as const

export const roadColumns = { class: ['道路等级', '等级', '道路类型', 'fclass', 'dldj', 'road_class', 'roadclass'], name: ['道路名称', '路名', 'roadname', 'road_name'] } as const

export const pointColumns = {
  category: ['category', '类别', '类型', '设施类型', '服务类型', '大类', 'main_type', 'type'],
  hours: ['opening_hours', '开放时间', '营业时间', '服务时间', 'hours', 'nsearch02_tc'],
  phone: ['phone', '电话', '联系电话', '咨询电话', 'tel', 'telephone'],
} as const

/** What people write under 用途 -> building=*. */
export const useWords: readonly (readonly [RegExp, string])[] = [
  [/宿舍|公寓楼.*学生/, 'dormitory'], [/住宅|居住|民居|住房|residential|hdb|condo/i, 'residential'], [/办公|写字楼|office/i, 'office'], [/商业|商铺|商场|零售|餐饮|酒店|宾馆|commercial|retail/i, 'commercial'],
  [/学校|教学|教育|幼儿园|school/i, 'school'], [/医院|医疗|卫生|hospital/i, 'hospital'], [/政府|行政|机关|government/i, 'government'], [/文化|图书|博物|culture/i, 'museum'],
  [/体育|运动|sport/i, 'sports_hall'], [/工业|厂房|仓库|仓储|industrial/i, 'industrial'], [/交通|车站|transport/i, 'transportation'], [/车库|车棚|配电|门卫|设备|附属|garage/i, 'garage'], [/寺|教堂|清真|宗教|religious/i, 'religious'],
]

/** What people write under 道路等级 -> highway=*. */
export const roadWords: readonly (readonly [RegExp, string])[] = [
  [/高速|motorway|expressway/i, 'motorway'], [/快速|trunk/i, 'trunk'], [/主干|primary|arterial/i, 'primary'], [/次干|secondary/i, 'secondary'], [/支路|支线|tertiary|local/i, 'tertiary'],
  [/巷|弄|胡同|里弄|lane|alley/i, 'living_street'], [/台阶|楼梯|阶梯|steps|stair/i, 'steps'], [/人行|步行|天桥|过街|footway|pedestrian|path/i, 'footway'], [/内部|小区路|service/i, 'service'],
]
