import { completenessOf } from '../../../../geodata/registers/build/completeness.ts'
import type { Language } from '../../../../geodata/words/sentence.ts'
import { isBelowCommunities, type BoardAsk } from './board-ask.ts'
import type { BoardBody } from './board-body.ts'

/** 缺哪一室: communities that have entered any item, the least complete first, by the catalogue's items. */
export function missingRoom(ask: BoardAsk): BoardBody {
  if (isBelowCommunities(ask)) return { kind: 'matrix', columns: [], rows: [], untold: 1, why: 'level' }
  const { items, rows } = completenessOf(ask.input, 'community')
  return {
    kind: 'matrix', columns: items.map((item) => ({ code: item.code, name: ask.language === 'zh' ? item.name : item.nameEn, short: shortOf(ask.language === 'zh' ? item.name : item.nameEn, ask.language) })),
    rows: rows.map(({ area, cells }) => ({ code: area.code, name: area.name, cells: cells.map(({ standing }) => standing) })), untold: 0, why: rows.length === 0 ? 'none' : null,
  }
}

/** A room's name without what every one has: 社区 before and 室 behind, "room" in English. */
export const shortOf = (name: string, language: Language): string => (language === 'zh' ? name.replace(/^社区/, '').replace(/室$/, '') : name.replace(/ room$/i, ''))
