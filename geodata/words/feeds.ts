import { listHeadings } from './lists.ts'
import type { Sentence } from './sentence.ts'

/** What feeds of venues say beside their records. */
export const feedTexts = {
  unknownThatDay: { zh: '{day}：时间未知，请先致电', en: '{day}: hours unknown, please call first' },
  closedThatDay: { zh: '{day}：不开放', en: '{day}: closed' },
  endsNextDay: { zh: '次日结束', en: 'ends the next day' },
  lastEntry: { zh: '{time} 停止入场', en: 'last entry {time}' },
  byAppointment: { zh: '须预约', en: 'by appointment' },
  noSteps: { zh: '没有台阶，轮椅可进', en: 'no steps' },
  steps: { zh: '有台阶', en: 'steps' },
  toilet: { zh: '有卫生间', en: 'toilet' },
  unit: { zh: '驻区单位，向居民开放自有资源', en: 'an organisation of the neighbourhood that shares what it owns' },
  community: { zh: '社区', en: 'a community' },
  city: { zh: '邻里一张图的数据发布方', en: 'publisher of the data' },
  feed: { zh: '{name}：居民能去的地方，时间、价格、谁能去', en: '{name}: places open to residents, hours, prices, admission' },
  demo: { zh: '示意数据', en: 'demonstration data' },
  site: { zh: '邻里一张图', en: 'Linli' },
  title: { zh: '{name}（{place}）', en: '{name} ({place})' },
  places: { zh: '地方', en: 'places' },
  at: { zh: '状态时刻', en: 'state at' },
} as const satisfies Readonly<Record<string, Sentence>>

const { id, name, category, categoryName, community, unit, lon, lat, hours, stepFree, phone, checkedDay, checkedBy, source, date } = listHeadings
/** Headings of a feed of venues; GeoJSON has their codes. */
export const feedHeadings = {
  id, name, category, categoryName, community, unit, address: { zh: '地址', en: 'address' }, lon, lat, walkMetres: { zh: '步行米数', en: 'metres on foot' }, walkMinutes: { zh: '慢走分钟', en: 'minutes at a slow walk' },
  state: { zh: '状态编码', en: 'state code' }, stateText: { zh: '状态', en: 'state' }, hours, admission: { zh: '谁能去', en: 'who may come' }, prices: { zh: '价格', en: 'prices' }, payments: { zh: '付款方式', en: 'payment' },
  booking: { zh: '预约', en: 'booking' }, bring: { zh: '带什么', en: 'what to bring' }, delivers: { zh: '能送', en: 'delivers' }, halal: { zh: '清真餐', en: 'halal' }, stepFree, toilet: { zh: '卫生间', en: 'toilet' }, phone, checkedDay, checkedBy, source, date,
} as const satisfies Readonly<Record<string, Sentence>>
