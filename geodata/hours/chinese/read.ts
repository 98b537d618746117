import { isRule, normalRule } from '../normal.ts'
import type { Reading } from '../reading.ts'
import { clausesFrom } from './clauses.ts'
import { groupsIn } from './grouper.ts'
import { plainSigns, quoted } from './signs.ts'
import { tokensIn } from './tokens.ts'

/** Reads hours as people write them in Chinese. README.md has the grammar. */
export function readChinese(text: string): Reading {
  const plain = plainSigns(text)
  const grouped = groupsIn(tokensIn(plain))
  const { clauses, troubles } = clausesFrom(grouped)
  // What was not understood makes the rest contradict itself; only then is that worth telling.
  const parts = (grouped.troubles.length > 0 ? [...grouped.troubles] : troubles).sort((one, other) => one.from - other.from).map(({ from, to }) => quoted(plain, from, to))
  const notUnderstood = [...new Set(parts.filter((part) => part !== ''))]
  const caveats = grouped.caveats.map(({ from, to }) => quoted(plain, from, to))
  const rule = { clauses, calendarMode: grouped.mode }
  if (parts.length > 0 || !isRule(rule)) return { rule: null, notation: 'chinese', notUnderstood: notUnderstood.length > 0 ? notUnderstood : [text.trim()], caveats }
  return { rule: normalRule(rule), notation: 'chinese', notUnderstood: [], caveats }
}
