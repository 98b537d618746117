/** Where JSON stops being JSON: the offset, and whether the text merely ends too early. Asked only after JSON.parse has refused. */
export function jsonFault(text: string): { at: number; cut: boolean } {
  const open: ('{' | '[')[] = []
  let expect: Expectation = 'value'
  let at = 0
  for (;;) {
    at = past(text, at, blank) ?? at
    if (at >= text.length) return { at: text.length, cut: true }
    const step = stepAt(text, at, expect, open)
    if (step === null) return { at, cut: isCutHere(text, at) }
    at = step.at
    expect = step.expect
  }
}

type Expectation = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'more' | 'nothing'

const blank = /[ \t\n\r]+/y
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function stepAt(text: string, at: number, expect: Expectation, open: ('{' | '[')[]): { at: number; expect: Expectation } | null {
  const character = text[at]
  const after = (): Expectation => (open.length === 0 ? 'nothing' : 'more')
  const closed = (): { at: number; expect: Expectation } => {
    open.pop()
    return { at: at + 1, expect: after() }
  }
  if (expect === 'nothing') return null
  if (expect === 'colon') return character === ':' ? { at: at + 1, expect: 'value' } : null
  if (expect === 'key' || expect === 'keyOrEnd') {
    if (character === '}' && expect === 'keyOrEnd') return closed()
    const end = past(text, at, string)
    return end === null ? null : { at: end, expect: 'colon' }
  }
  const within = open[open.length - 1]
  if (expect === 'more') {
    if (character === ',') return { at: at + 1, expect: within === '{' ? 'key' : 'value' }
    return character === (within === '{' ? '}' : ']') ? closed() : null
  }
  if (character === ']' && expect === 'valueOrEnd') return closed()
  if (character === '{' || character === '[') {
    open.push(character)
    return { at: at + 1, expect: character === '{' ? 'keyOrEnd' : 'valueOrEnd' }
  }
  const end = past(text, at, character === '"' ? string : scalar)
  return end === null ? null : { at: end, expect: after() }
}

/** A string without its closing quote, or a word or number of which the text holds only the beginning. */
function isCutHere(text: string, at: number): boolean {
  const rest = text.slice(at)
  if (rest.startsWith('"')) return !rest.slice(1).replace(/\\[^]/g, '').includes('"')
  return /^(-|\.|[eE][+-]?)$/.test(rest) || ['true', 'false', 'null'].some((word) => word.startsWith(rest))
}

function past(text: string, at: number, pattern: RegExp): number | null {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}
