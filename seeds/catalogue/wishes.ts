import type { Wish } from '../../geodata/model/venue.ts'

/** What people want, in their words. */
export const wishes: readonly Wish[] = [
  wish('eat', '吃饭', 'Meals', 'utensils', ['canteen', 'restaurant']),
  wish('play', '打牌跳舞', 'Cards and dancing', 'spade', ['activityRoom', 'square', 'library', 'readingRoom', 'meetingRoom']),
  wish('health', '看病量血压', 'Doctor, blood pressure', 'stethoscope', ['clinic', 'hospital', 'pharmacy']),
  wish('errands', '办事', 'Errands', 'landmark', ['station', 'policeRoom', 'mediation']),
  wish('care', '托老托小', 'Day care', 'armchair', ['daycare', 'childcare', 'kindergarten']),
  wish('exercise', '锻炼', 'Exercise', 'dumbbell', ['sports', 'garden', 'square']),
  wish('rest', '歇脚厕所', 'Rest and toilets', 'bike', ['restStop', 'toilet', 'garden']),
  wish('mend', '理发修补', 'Barber and repairs', 'scissors', ['repair']),
]

function wish(code: string, name: string, nameEn: string, glyph: string, categories: readonly string[]): Wish {
  return { code, name, nameEn, glyph, categories, source: '示例目录，待确认', confirmed: false }
}
