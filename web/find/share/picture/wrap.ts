import { countedBy } from '../../../text/findShare.ts'

/** How wide a text is, in the units of the picture. */
export type Measure = (text: string) => number

/** What may not begin a line, and what may not end one. */
const closers = '，。、；：？！）】》〉」』”’…·％%,.;:?!)]–—-'
const openers = '（【《〈「『“‘(['
/** A figure stays with what it counts. */
const counted = new RegExp(`^(?:${countedBy.join('|')})`)
const pieces = /[A-Za-z0-9][A-Za-z0-9.,:+/@_'–-]*|\s+|./gsu

/** Lines of a text that are no wider than `width`: Chinese breaks between any two characters, figures and foreign words stay whole, and marks stay with what they belong to. */
export function wrapped(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const atom of atomsOf(text)) {
    const joined = line + atom
    if (measure(joined.trim()) <= width) {
      line = joined
      continue
    }
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
    // A word wider than the picture is broken where it must be.
    for (const sign of measure(atom.trim()) <= width ? [atom] : atom) {
      if (line !== '' && measure((line + sign).trim()) > width) {
        lines.push(line.trim())
        line = ''
      }
      line += sign
    }
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}

/** What is never parted. */
function atomsOf(text: string): readonly string[] {
  const found: string[] = text.match(pieces) ?? []
  const atoms: string[] = []
  let held = ''
  for (let at = 0; at < found.length; at += 1) {
    const piece = found[at]
    if (openers.includes(piece)) {
      held += piece
      continue
    }
    const last = atoms.length - 1
    if (held === '' && last >= 0 && closers.includes(piece)) {
      atoms[last] += piece
      continue
    }
    let atom = held + piece
    held = ''
    if (/\d$/.test(piece)) {
      const rest = found.slice(at + 1, at + 5).join('')
      const unit = counted.exec(rest.replace(/^\s+/, ''))?.[0]
      if (unit !== undefined) {
        const blank = /^\s*/.exec(rest)?.[0] ?? ''
        atom += blank + unit
        at += (blank === '' ? 0 : 1) + Array.from(unit).length
      }
    }
    atoms.push(atom)
  }
  return held === '' ? atoms : [...atoms, held]
}
