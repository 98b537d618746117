import type { RuleCode, RuleValue } from '../../geodata/model/catalogue.ts'
import { wallNumberCodes, wallSources, type WallNumberCode, type WallSource } from '../../geodata/model/wall.ts'

const unconfirmed = '示例取值，待确认'

/** Days until figures of a source are ageing, and until they are old: by how often such a source is usually written up. */
const freshness: Readonly<Record<WallSource, readonly [name: string, ageing: number, old: number]>> = {
  sites: ['场所', 180, 365], completeness: ['配置', 180, 365], units: ['驻区单位', 180, 365], organisations: ['两新组织', 90, 180], seats: ['委员席位', 90, 180], reports: ['在职党员报到', 90, 180],
  estates: ['小区治理', 90, 180], events: ['事件', 45, 90], lists: ['三张清单', 90, 180], tasks: ['任务清单', 30, 90], residents: ['人口', 180, 365],
}

/** Shares that a wall measures its numbers against; of what there should be none of, 0. */
const targets: Readonly<Record<WallNumberCode, readonly [name: string, share: number]>> = {
  meals: ['10 分钟内吃得上饭的老年人占比', 0.8], evening: ['18:30 有地方去的居民占比', 0.8], leftOut: ['服务空白楼栋占比', 0], rooms: ['七室达标社区占比', 1],
  opened: ['开放资源的单位占比', 0.8], twoNew: ['企业组织覆盖率', 0.7], vacant: ['空缺超期席位占比', 0], requests: ['诉求解决率', 0.9],
}

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
  rule('personsPerSeat', '每个座位轮流使用的人数', 2, '人'),
  rule('useShare', '到场所使用服务的居民占比', 0.1, '比例'),
  ...wallSources.flatMap((source) => [rule(`ageing.${source}`, `${freshness[source][0]}数据超过此天数即为渐旧`, freshness[source][1], '天'), rule(`old.${source}`, `${freshness[source][0]}数据超过此天数即为过期`, freshness[source][2], '天')]),
  ...wallNumberCodes.map((number) => rule(`target.${number}`, `大屏目标：${targets[number][0]}`, targets[number][1], '比例')),
]

function rule(code: RuleCode, name: string, value: number, unit: string, source: string = unconfirmed): RuleValue {
  return { code, name, value, unit, source, confirmed: code === 'share60plus' }
}
