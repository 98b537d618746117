import { taskOrigins } from '../../../../geodata/model/sheets/act.ts'
import type { EntryOf } from '../../../../geodata/model/entry.ts'
import { originWords } from '../../../../geodata/words/tasks.ts'
import { isBelowCommunities, litAreas, type BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'

/** Tasks done in the year of the day until then, and those still open on it. */
export function tasksOfYear({ input, day }: Pick<BoardAsk, 'input' | 'day'>): { done: EntryOf<'task'>[]; left: EntryOf<'task'>[] } {
  const all = input.rows('task').filter(({ fields }) => fields.opened <= day)
  const closed = ({ fields }: EntryOf<'task'>): string | null => (fields.state === 'done' || fields.state === 'dropped' ? fields.closed : null)
  return {
    done: all.filter((task) => { const on = closed(task); return task.fields.state === 'done' && on !== null && on <= day && on.slice(0, 4) === day.slice(0, 4) }),
    left: all.filter((task) => { const on = closed(task); return task.fields.state === 'open' || task.fields.state === 'doing' || (on !== null && on > day) }),
  }
}

/** 今年销号几件: by where tasks come from. */
export function closedTasks(ask: BoardAsk): BoardBody {
  if (isBelowCommunities(ask)) return { kind: 'bars', rows: [], why: 'level' }
  const { done, left } = tasksOfYear(ask)
  const rows = taskOrigins.flatMap((origin) => {
    const own = done.filter(({ fields }) => fields.origin === origin), open = left.filter(({ fields }) => fields.origin === origin)
    if (own.length + open.length === 0) return []
    return [wallRow({ id: origin, name: originWords[origin][ask.language], value: own.length, of: own.length + open.length, areas: litAreas(ask.input, [...own, ...open].flatMap(({ area }) => area ?? [])) })]
  })
  return { kind: 'bars', rows, why: rows.length === 0 ? 'none' : null }
}
