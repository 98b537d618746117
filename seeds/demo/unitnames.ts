import type { UnitNature } from '../../geodata/model/facility.ts'
import type { Dice } from './dice.ts'
import { shuffled } from './names.ts'

const roots = ['柳浦', '望澜', '枕溪', '映江', '听澜', '青禾', '槐荫', '松月', '竹影', '梧岸', '春汀', '秋渚', '晓渡', '云栈', '雁归', '鹭洲', '锦帆', '石矶', '桐花', '兰汀', '棠梨', '采薇', '知微', '敏行', '清晏', '瑞丰', '宏图']
const words: Partial<Record<UnitNature, readonly string[]>> = {
  government: ['水务管理所', '市场监管所', '房屋管理所', '司法所', '城市管理所', '民政服务所', '统计所', '档案室', '财政所', '信访接待处'],
  publicInstitution: ['环卫所', '园林管护站', '文化站', '疾控服务点', '测绘队', '排水管理站', '地震台', '农技站', '不动产登记点', '公证处'],
  stateEnterprise: ['供电所', '自来水营业所', '燃气服务站', '公交分公司', '纺织公司', '粮油公司', '水运公司', '建筑设计室', '电信营业部', '热力站'],
  privateEnterprise: ['软件有限公司', '餐饮有限公司', '家政有限公司', '印务有限公司', '五金有限公司', '广告有限公司', '服饰有限公司', '物流有限公司', '电子有限公司', '装饰有限公司', '百货有限公司', '医药有限公司'],
  school: ['小学', '中学', '职业学校', '培智学校', '幼教中心'],
  medical: ['社区医院', '中医馆', '口腔门诊部', '康复中心'],
  property: ['物业服务公司', '商务楼宇管理处', '物业项目部'],
}

/** Invented names, none given twice. */
export function unitNamer(dice: Dice): (nature: UnitNature) => string {
  const stock = new Map<UnitNature, string[]>()
  return (nature) => {
    let names = stock.get(nature)
    if (names === undefined) stock.set(nature, names = shuffled(roots.flatMap((root) => (words[nature] ?? ['联合会']).map((word) => root + word)), dice.share))
    return names.pop() ?? `${nature} ${dice.whole(1000, 9999)}`
  }
}
