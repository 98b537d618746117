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

/** 8:00-18:00；18:00-22:00 预约: a word right after the last of hours that were told apart. */
export function isOfLastAlone(tokens: readonly Token[], index: number): boolean {
  const before = tokens.slice(0, index).filter(({ kind, ...token }) => !(kind === 'sign' && 'sign' in token && token.sign === 'space'))
  const last = before.at(-1), joint = before.at(-2)
  return last?.kind === 'span' && joint?.kind === 'sign' && (joint.sign === 'semi' || joint.sign === 'stop')
}
