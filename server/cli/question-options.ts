import type * as z from 'zod/mini'
import { parameterReader } from '../http/parameters.ts'
import type { Option, Values } from './command.ts'

const described: Readonly<Record<string, readonly [value: string, zh: string, en: string]>> = {
  category: ['CODE', '服务类别的编码，如 canteen', 'code of a category, such as canteen'],
  area: ['CODE', '区域编码，任何一级', 'code of an area of any level'],
  minutes: ['N', '步行几分钟以内', 'within so many minutes'],
  metres: ['N', '多少米以内', 'within so many metres'],
  metric: ['network|straight', '步行路网或直线', 'along streets or straight'],
  profile: ['planning|adult|elderly|wheelchair', '步速', 'walking profile'],
  group: ['all|60plus|80plus|children', '人群', 'group of residents'],
  at: ['TIME', '只算那一刻开放的点位，如 2026-02-14T11:00+08:00', 'only sites open at that instant, such as 2026-02-14T11:00+08:00'],
  asOf: ['DAY', '那一天终了时的城市，如 2026-03-01', 'the city as it stood at the end of that day'],
  format: ['json|csv|xlsx|geojson', '格式，默认逐行文字', 'format, lines of text by default'],
  limit: ['N', '最多几行', 'at most so many rows'],
  sort: ['need|residents|minutes|name', '排序', 'order'],
  cursor: ['TEXT', '下一页的游标', 'cursor of the next page'],
}

/** The parameters of an exchange as options of a command: the same names, the same checks. */
export function questionOptions(query: z.ZodMiniObject): Option[] {
  return Object.keys(query.shape).map((name) => {
    const [value, zh, en] = described[name] ?? ['TEXT', name, name]
    return { name, value, zh, en }
  })
}

/** Throws Refusal, as over HTTP. */
export function questionValues(query: z.ZodMiniObject, values: Values): Record<string, unknown> {
  const given = Object.keys(query.shape).flatMap((name) => (typeof values[name] === 'string' ? [[name, [values[name]]] as const] : []))
  return parameterReader(query)(Object.fromEntries(given))
}
