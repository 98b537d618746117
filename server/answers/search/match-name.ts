import { fits, matchWord, type Match, type Word } from './match-word.ts'

/** How a whole query fits: the worst of its words (index into fits), where the first of them begins, and what of the name was found as it is written. */
export type Found = { fit: number; from: number; marks: [from: number, to: number][] }

const codeFit = fits.indexOf('code')

/** `name` and `code` folded. Null: one of the words is not found. */
export function matchName(name: string, code: string, words: readonly Word[]): Found | null {
  let fit = 0, from = Infinity
  const marks: [number, number][] = []
  for (const word of words) {
    const match = better(matchWord(name, word), word, code)
    if (!match) return null
    fit = Math.max(fit, fits.indexOf(match.fit))
    from = Math.min(from, match.from)
    if (match.to > match.from) marks.push([match.from, match.to])
  }
  return { fit, from, marks: joined(marks) }
}

/** A code is meant by its beginning, or as a whole. */
function better(match: Match | null, { text }: Word, code: string): Match | null {
  if (code === text) return { fit: 'exact', from: 0, to: 0 }
  return (match === null || fits.indexOf(match.fit) > codeFit) && code.startsWith(text) ? { fit: 'code', from: 0, to: 0 } : match
}

/** In the order of the name, those that touch as one. */
function joined(marks: [number, number][]): [number, number][] {
  const whole: [number, number][] = []
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = whole.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else whole.push([from, to])
  }
  return whole
}
