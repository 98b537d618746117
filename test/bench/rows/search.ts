import { match } from 'pinyin-pro'
import { fold } from '../../../server/answers/search/fold.ts'
import { matchName } from '../../../server/answers/search/match-name.ts'
import { wordOf } from '../../../server/answers/search/match-word.ts'
import type { Entry } from '../../../server/answers/search/search-lists.ts'
import { shortList } from '../../../server/answers/search/short-list.ts'
import { interleaved, type Line, type Row } from '../row.ts'

/** Names of a metropolis: grids, estates, sites and units. */
const many = 400_000
/** The peer looks at so many; it reads each name anew. */
const few = 4000

const first = ['柳浦', '长湖', '东裕', '金井', '惠新', '建湘', '重阳', '单家', '乐安', '绿园', '行知', '西安']
const second = ['街道', '社区', '第二', '新村', '南里', '北里', '花苑', '大厦']
const third = ['食堂', '活动室', '卫生站', '助餐点', '网格', '居委会', '图书室', '停车场', '设计院']

export const row: Row = { name: 'search', size: null, run: search }

function search(): Line[] {
  const names = Array.from({ length: many }, (_, i) => `${first[i % 12]}${second[(i >> 2) % 8]}${i % 997}${third[(i >> 4) % 9]}`)
  const before = usedBytes()
  const start = performance.now()
  const entries: Entry[] = names.map((name, i) => ({ kind: 'facility', id: `f-${i}`, code: `f-${i}`, name, folded: fold(name), sort: 'canteen', rank: 7, area: i % 1000 }))
  const made = performance.now() - start
  const bytes = usedBytes() - before
  const asked = (q: string) => (): void => {
    const list = shortList(20)
    const words = q.split(' ').map(wordOf)
    for (const entry of entries) list.look(entry, words)
    if (list.found.length === 0) throw new Error(`${q}: expected hits, got none`)
  }
  const times = interleaved({ chinese: asked('食堂'), pinyin: asked('huodongshi'), initials: asked('lpsq'), words: asked('changhu 食堂'), code: asked('f-39'), bare: () => { if (!names.some((name) => name === '') && names.filter((name) => name.includes('食堂')).length === 0) throw new Error('no hits') } })
  const some = entries.slice(0, few)
  const peer = interleaved({ own: () => { const words = [wordOf('huodongshi')]; for (const { folded, code } of some) matchName(folded, code, words) }, peer: () => { for (const { name } of some) match(name, 'huodongshi', { continuous: true }) } })
  const work = (what: string): string => `search of ${many.toLocaleString('en')} names by ${what}`
  return [
    { work: `list of ${many.toLocaleString('en')} names, made when it is first asked for`, milliseconds: made, note: `${(bytes / 1e6).toFixed(0)} MB beside the names` },
    { work: work('Chinese'), milliseconds: times.chinese, ratio: times.chinese / times.bare, note: 'of a bare scan for the same sign' },
    { work: work('full pinyin'), milliseconds: times.pinyin }, { work: work('initials'), milliseconds: times.initials }, { work: work('two words'), milliseconds: times.words }, { work: work('beginning of an id'), milliseconds: times.code },
    { work: `pinyin of ${few.toLocaleString('en')} names, against match() of pinyin-pro`, milliseconds: peer.own, ratio: peer.own / peer.peer, goal: { atMost: 0.1 } },
  ]
}

function usedBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
