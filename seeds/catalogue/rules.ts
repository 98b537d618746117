import type { RuleCode, RuleValue } from '../../geodata/model/catalogue.ts'

const unconfirmed = '示例取值，待确认'

/** Numbers the rules use. A deployment replaces a row; a reader can see each. */
export const rules: readonly RuleValue[] = [
  rule('communityCoveredShare', '社区算作覆盖所需的居民占比', 0.95, '比例'),
  rule('marginalFactor', '临界上限与限值之比', 1.2, '倍'),
  rule('snapMetres', '建筑到路网的最远距离', 150, '米'),
  rule('squareMetresPerResident', '每位居民的住宅建筑面积', 40, '平方米', '近年全国城镇人均住房建筑面积约 40 平方米，待确认'),
  rule('squareMetresPerHousehold', '每户的住宅建筑面积', 100, '平方米'),
  rule('residentialStoreys', '层数不详的住宅按此层数', 6, '层', '无电梯多层住宅的常见层数，待确认'),
  rule('share60plus', '60 岁及以上占比', 0.22, '比例', '2024 年全国 22.0 %'),
  rule('share80plus', '80 岁及以上占比', 0.035, '比例'),
  rule('shareChildren', '0 至 14 岁占比', 0.16, '比例'),
  rule('floorAreaRatio', '小区以外住宅用地按此容积率折算', 1.8, '倍'),
  rule('kAnonymity', '小于此数的人数不显示', 10, '人', '部署方在 5 至 20 之间选定，待确认'),
]

function rule(code: RuleCode, name: string, value: number, unit: string, source: string = unconfirmed): RuleValue {
  return { code, name, value, unit, source, confirmed: code === 'share60plus' }
}
