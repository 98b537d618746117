import type { Slot } from '../../geodata/model/catalogue.ts'

/** The source document names 一站一园一场七室 and 一所一校四中心 and lists neither: which ten and which six is the owner's to say. */
const source = '示例目录，待确认（来源文件 004 未列明各项）'

export const slots: readonly Slot[] = [
  community('station', '社区服务站', 'Service station', 300, 'station'),
  { ...community('garden', '游园', 'Garden', 400, 'garden'), outdoors: true },
  { ...community('square', '文体广场', 'Activity square', 150, 'square'), outdoors: true },
  community('memberRoom', '党员活动室', 'Members\' room', 60, 'meetingRoom'),
  community('readingRoom', '图书阅览室', 'Reading room', 50, 'readingRoom'),
  community('activityRoom', '文体活动室', 'Activity room', 80, 'activityRoom'),
  community('policeRoom', '警务室', 'Police room', 20, 'policeRoom'),
  community('clinic', '卫生室', 'Clinic', 120, 'clinic'),
  community('mediation', '人民调解室', 'Mediation room', 20, 'mediation'),
  community('daycare', '日间照料室', 'Day care', 80, 'daycare'),
  street('justice', '司法所', 'Justice office', 80),
  street('school', '市民学校', 'Citizens\' school', 200),
  street('service', '便民服务中心', 'Service centre', 700),
  street('order', '综治中心', 'Governance centre', 300),
  street('culture', '文化活动中心', 'Culture centre', 500),
  street('health', '社区卫生服务中心', 'Health centre', 1700),
]

function community(code: string, name: string, nameEn: string, minSquareMetres: number | null, category: string): Slot {
  return { code, level: 'community', name, nameEn, minSquareMetres, category, source, confirmed: false }
}

function street(code: string, name: string, nameEn: string, minSquareMetres: number): Slot {
  return { code, level: 'street', name, nameEn, minSquareMetres, category: null, source, confirmed: false }
}
