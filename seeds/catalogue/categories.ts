import type { Category } from '../../geodata/model/catalogue.ts'
import type { Group } from '../../geodata/model/facility.ts'

/**
 * Kinds of place people walk to. Limits offered are the three tiers of the living circle (5, 10, 15 minutes).
 * Colour is a family, glyph tells the kind: 0 meals, 1 care of health, 2 green and sport, 3 culture, 4 shopping and repair,
 * 5 children and school, 6 public service, 7 everyday conveniences.
 */
export const categories: readonly Category[] = [
  category('canteen', '社区食堂', 'Community canteen', '60plus', 'utensils', 0),
  category('restaurant', '餐馆', 'Restaurant', 'all', 'soup', 0),
  category('station', '社区服务站', 'Community service station', 'all', 'landmark', 6),
  category('garden', '公园游园', 'Park or garden', 'all', 'trees', 2),
  category('square', '文体广场', 'Activity square', 'all', 'flag', 2),
  category('sports', '运动场地', 'Sports ground', 'all', 'dumbbell', 2),
  category('activityRoom', '文体活动室', 'Activity room', '60plus', 'spade', 3),
  category('readingRoom', '图书阅览室', 'Reading room', 'all', 'book-open', 3),
  category('library', '图书馆', 'Library', 'all', 'library', 3),
  category('meetingRoom', '党群活动室', 'Meeting room', 'all', 'presentation', 3),
  category('clinic', '卫生服务站', 'Community clinic', 'all', 'stethoscope', 1),
  category('hospital', '医院', 'Hospital', 'all', 'hospital', 1),
  category('pharmacy', '药店', 'Pharmacy', 'all', 'pill', 1),
  category('daycare', '日间照料中心', 'Day care for older people', '60plus', 'armchair', 1),
  category('childcare', '托育点', 'Nursery', 'children', 'baby', 5),
  category('kindergarten', '幼儿园', 'Kindergarten', 'children', 'blocks', 5),
  category('school', '中小学', 'School', 'children', 'graduation-cap', 5),
  category('market', '菜市场', 'Food market', 'all', 'shopping-basket', 4),
  category('convenience', '便利店', 'Convenience store', 'all', 'store', 4),
  category('repair', '理发修补', 'Barber and repairs', '60plus', 'scissors', 4),
  category('policeRoom', '警务室', 'Police room', 'all', 'shield', 6),
  category('mediation', '人民调解室', 'Mediation room', 'all', 'handshake', 6),
  category('restStop', '暖新驿站', 'Rest stop for couriers', 'all', 'bike', 7),
  category('toilet', '公共厕所', 'Public toilet', 'all', 'toilet', 7),
]

function category(code: string, name: string, nameEn: string, defaultGroup: Group, glyph: string, colour: number): Category {
  return { code, name, nameEn, defaultGroup, glyph, colour, minutes: [5, 10, 15], source: '示例目录，待确认', confirmed: false }
}
