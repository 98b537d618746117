import { isRule, normalRule } from '../normal.ts'
import type { Reading } from '../reading.ts'
import { clausesFrom } from './clauses.ts'
import type { Trouble } from './grouped.ts'
import { groupsIn } from './grouper.ts'
import { plainSigns, quoted } from './signs.ts'
import { tokensIn } from './tokens.ts'

/** Reads hours as people write them in Chinese. README.md has the grammar. */
export function readChinese(text: string): Reading {
  const plain = plainSigns(text)
  const grouped = groupsIn(tokensIn(plain))
  const { clauses, calendarMode, troubles } = clausesFrom(grouped)
  // What was not understood makes the rest contradict itself; only then is that worth telling.
  const parts = (grouped.troubles.length > 0 ? [...grouped.troubles] : troubles).sort((one, other) => one.from - other.from)
  const notUnderstood = [...new Set(joined(parts, plain.plain).map(({ from, to }) => quoted(plain, from, to)).filter((part) => part !== ''))]
  const caveats = grouped.caveats.map(({ from, to }) => quoted(plain, from, to))
  const rule = { clauses, calendarMode }
  if (parts.length > 0 || !isRule(rule)) return { rule: null, notation: 'chinese', notUnderstood: notUnderstood.length > 0 ? notUnderstood : [text.trim()], caveats }
  return { rule: normalRule(rule), notation: 'chinese', notUnderstood: [], caveats }
}

/** Parts with nothing but a colon or a space between them are one: 早7:00. */
function joined(parts: readonly Trouble[], plain: string): Trouble[] {
  const whole: Trouble[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last !== undefined && (part.from <= last.to || /^[:.\s]$/.test(plain.slice(last.to, part.from)))) last.to = Math.max(last.to, part.to)
    else whole.push({ from: part.from, to: part.to })
  }
  return whole
}
