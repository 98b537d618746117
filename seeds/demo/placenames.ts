import { diceOf } from './dice.ts'
import type { SiteUse } from './draft.ts'
import type { Tile } from './frame.ts'
import { shuffled } from './names.ts'

const works = ['纺织', '二机厂', '仪表厂', '搪瓷厂', '印染厂', '轴承厂', '食品厂', '造纸厂', '水泵厂', '毛巾厂', '灯泡厂', '缝纫机厂', '钟表厂', '农机厂', '开关厂', '电缆厂', '肥皂厂', '供电所', '自来水公司', '粮食局', '百货公司', '邮电局', '公交公司', '建筑公司', '二中', '师范', '煤建公司', '水运公司', '园林处', '外贸公司', '五金公司', '日杂公司', '木器厂', '玻璃厂', '橡胶厂', '油脂厂', '被服厂', '电机厂', '拖拉机站', '标准件厂']
const poetic = ['枫林', '河畔', '柳浪', '望江', '听涛', '翠堤', '金桂', '紫藤', '碧云', '香樟', '银杏', '桃渚', '兰亭', '锦汀', '云水', '青枫', '梅溆', '竹溪', '芙渚', '海棠', '丁香', '月桂', '荷塘', '松鹤', '百合', '秋水', '春晓', '江南', '凤栖', '龙泽', '丽景', '康乐', '旭澜', '天鹅', '鹭岛', '澜岸', '星汀', '棠溪', '沁园', '和渚']
const newWords = ['雅苑', '花园', '家园', '新城', '名邸', '苑', '小区', '嘉园']
const towerWords = ['府', '国际', '天境', '公馆', '中心', '云邸', '壹号', '观邸']

/** Invented names for pieces of land, each used once in a district; the old compounds bear the names of their works. */
export function placeNames(tile: Tile): (use: SiteUse, built: number) => string {
  const dice = diceOf(tile.seed, `place names ${tile.column} ${tile.row}`)
  const stock = {
    works: shuffled(works.flatMap((root) => ['家属院', '宿舍', '新村'].map((word) => root + word)), dice.share),
    young: shuffled(poetic.flatMap((root) => newWords.map((word) => root + word)), dice.share),
    high: shuffled(poetic.flatMap((root) => towerWords.map((word) => root + word)), dice.share),
  }
  const first = ['纺织新村', '二机厂家属院', '仪表厂宿舍']
  stock.works = [...first, ...stock.works.filter((name) => !first.includes(name))]
  const counts = new Map<string, number>()
  const count = (key: string): number => {
    const value = (counts.get(key) ?? 0) + 1
    counts.set(key, value)
    return value
  }
  const numbered = (key: string, names: readonly string[]): string => names[(count(key) - 1) % names.length]
  return (use) => {
    switch (use) {
      case 'compound': return numbered('works', stock.works)
      case 'estate': return numbered('young', stock.young)
      case 'towers': return numbered('high', stock.high)
      case 'lanes': return numbered('lanes', ['状元坊', '豆腐坊', '牌楼坊', '水井坊', '石桥坊', '米仓坊', '书院坊', '茶亭坊', '酱园坊', '铜匠坊', '伞铺坊', '砚池坊', '桑园坊', '菊花坊', '棋盘坊', '钟楼坊', '盐店坊', '磨坊口', '染坊弄', '草鞋坊'])
      case 'resettlement': return '东榆新村'
      case 'village': return '柳湾村'
      case 'school': return numbered('school', ['柳浦二中', '望澜小学', '纺织路小学', '文昌中学', '江北实验学校', '建设路小学', '南门小学', '第三中学', '东榆学校', '书院街小学', '曙光小学', '江南中学', '铁道小学', '北苑小学', '映江学校', '采薇小学'])
      case 'campus': return '柳浦师范学院'
      case 'hospital': return numbered('hospital', ['柳浦区人民医院', '柳浦区中医院'])
      case 'government': return numbered('government', ['柳浦区机关大院', '望澜政务大院'])
      case 'park': return numbered('park', ['滨江公园', '南门公园', '柳湖公园', '劳动公园', '铁道公园', '青年游园', '枕溪游园', '梧桐游园', '朝晖游园', '兰汀游园', '棠梨游园', '石矶游园', '竹影游园', '映江游园', '春汀游园', '松月游园', '槐荫游园', '锦帆游园'])
      case 'square': return '文昌广场'
      case 'culture': return '柳浦文化中心'
      case 'institute': return '柳浦机械设计院'
      case 'industry': return numbered('industry', ['东郊工业园一区', '东郊工业园二区', '东郊工业园三区', '电机产业园', '轻纺产业园', '精密制造园', '仓储园', '食品产业园', '新材料园', '五金产业园', '包装产业园', '铁东工业园', '建材园'])
      case 'market': return numbered('market', ['南门市场', '纺织大市场'])
      case 'office': return numbered('office', ['文昌国际中心', '柳江金融广场', '望江商务大厦', '文昌天地', '江北商务中心', '北苑商务广场', '环城大厦', '柳浦天地', '听澜中心', '枕溪广场', '望澜大厦', '建设商城', '纺织商厦', '南门商城', '映江大厦', '文昌汇', '江北天街', '曙光商城'])
      default: return ''
    }
  }
}
