import type { Token } from './tokens.ts'

/** Places of days that stand before 除外, back to whatever is no sign of a list. */
export function excludedIn(tokens: readonly Token[]): ReadonlySet<number> {
  const excluded = new Set<number>()
  tokens.forEach((token, index) => {
    if (token.kind !== 'act' || token.act !== 'except') return
    for (let back = index - 1; back >= 0; back--) {
      const one = tokens[back]
      if (one?.kind === 'days') excluded.add(back)
      else if (!(one?.kind === 'act' && one.act === 'and') && !(one?.kind === 'sign' && (one.sign === 'list' || one.sign === 'space'))) return
    }
  })
  return excluded
}
