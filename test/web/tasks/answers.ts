import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { matching, tasks } from '../../../geodata/contract/tasks.ts'
import type { MatchAnswer, MatchClaim, MatchItem } from '../../../web/matching/match.ts'
import type { Task } from '../../../web/tasks/task.ts'

const standing = { dataDate: '2026-06-30', dataVersion: '1', catalogueVersion: '2026.1', demo: true }
const entry = (sheet: 'task' | 'claim', id: string, fields: Record<string, string | number | null>): Task['entry'] => ({ id, sheet, name: `事项 ${id}`, area: '310101001001', unit: null, position: null, fields, validFrom: null, validTo: null, source: '示意数据', date: '2026-06-30' })

export const taskAnswer = (id: string, fields: Record<string, string | number | null> = {}, other: Partial<Task> = {}): Task => ({
  entry: entry('task', id, { origin: 'gap', subject: 'canteen:310101001001', owner: '街道办事处', due: '2026-06-01', state: 'open', opened: '2026-03-01', closed: null, measure: 'buildingsLeftOut', before: 32, after: null, note: null, ...fields }),
  etag: `"${id}-1"`, areaName: '纺织社区', originName: '服务空白', subjectName: '纺织社区：社区食堂', measureName: '服务空白楼栋（栋）', overdueDays: 29, editable: true, now: 27, ...other,
})
export const tasksAnswer = (list: readonly Task[]): AnswerOf<typeof tasks> => ({ tasks: [...list], total: list.length, next: null, summary: { open: list.length, doing: 0, done: 0, dropped: 0, overdue: 1, doneThisYear: 0 }, ...standing })

export const matchItem = (id: string, list: MatchItem['list'], other: Partial<MatchItem> = {}): MatchItem => ({ id, list, name: `${list} ${id}`, category: '活动场地', capacity: 20, area: '310101001001', areaName: '纺织社区', unit: null, unitName: null, position: [121.01, 31.01], open: true, ...other })
export const claimAnswer = (id: string, item: string, resource: string | null, state: string, other: Partial<MatchClaim> = {}): MatchClaim => ({ entry: entry('claim', id, { item, resource, by: 'community', state, day: '2026-05-01', walkMetres: 300 }), etag: `"${id}-1"`, itemName: `need ${item}`, resourceName: resource, byName: '纺织社区', editable: true, ...other })
export const matchAnswer = (other: Partial<AnswerOf<typeof matching>> = {}): MatchAnswer => ({
  minutes: 15, rule: '同一类别、步行 15 分钟以内。', ...standing,
  items: [matchItem('n1', 'need'), matchItem('n2', 'need', { category: '停车' }), matchItem('r1', 'resource'), matchItem('r2', 'resource'), matchItem('p1', 'project')],
  pairs: [{ need: 'n1', resource: 'r1', walkMetres: 300, walkMinutes: 5, rank: 1, reason: '同为“活动场地”', claim: 'c1' }, { need: 'n2', resource: 'r2', walkMetres: 500, walkMinutes: 8, rank: 2, reason: '同为“停车”', claim: null }],
  claims: [claimAnswer('c1', 'n1', 'r1', 'claimed')], summary: { needs: 2, resources: 2, projects: 1, unclaimed: 2, claimed: 1, done: 0 }, ...other,
})
