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
  rule('squareMetresPerHundredHouseholds', '每百户社区用房面积', 30, '平方米', '各地配建办法常用值（每百户 30 平方米），待确认'),
  rule('vacancyDays', '席位空缺超过此天数即提醒', 90, '天'),
  rule('serviceTimesPerYear', '每位在职党员每年服务次数', 2, '次', '来源文件 001：全年参与社区志愿服务活动不少于两次'),
  rule('postsPerMember', '每位报到党员认领岗位数', 1, '岗', '来源文件 004：至少认领一个服务项目'),
  rule('officeRoomShare', '应配办公用房占建筑面积', 0.03, '比例', '来源文件 003：3% 的办公用房'),
  rule('businessRoomShare', '应配经营用房占建筑面积', 0.04, '比例', '来源文件 003：4% 的经营用房'),
  rule('activityYuanPerMember', '每位直管党员的活动经费', 200, '元/年', '来源文件 000：人均 200 元'),
  rule('liaisonsPerCommunity', '每个社区的党建联络员', 1, '人', '来源文件 004：每社区 1 名'),
  rule('workersPerGrid', '每个网格的网格员', 1, '人'),
  rule('matchMinutes', '需求与资源配对的步行时间', 15, '分钟'),
  rule('taskDays', '清单事项的默认时限', 30, '天'),
  rule('ownBranchMembers', '应单独建立党组织的正式党员数', 3, '人', '中办发〔2012〕11 号：有 3 名以上正式党员的单独建'),
]

function rule(code: RuleCode, name: string, value: number, unit: string, source: string = unconfirmed): RuleValue {
  return { code, name, value, unit, source, confirmed: code === 'share60plus' }
}
