/** A sheet as a list of shapes, painted alike on a canvas (picture) and as SVG (paper). Lengths are units of the sheet; colours are hex. */
export type Drawn =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; fill?: string; stroke?: string; strokeWidth?: number }
  | { kind: 'text'; x: number; /** Of the baseline. */ y: number; text: string; size: number; weight: number; fill: string; anchor: 'start' | 'middle' | 'end' }
  | { kind: 'line'; points: readonly (readonly [number, number])[]; stroke: string; width: number }
  | { kind: 'circle'; x: number; y: number; radius: number; fill: string }
  /** The picture of the map: the part of it that fills the frame, from its middle. */
  | { kind: 'map'; x: number; y: number; width: number; height: number }
  /** Dark modules of a code on white, its quiet margin included. */
  | { kind: 'code'; x: number; y: number; side: number; rows: readonly (readonly boolean[])[] }

export type Frame = { x: number; y: number; width: number; height: number }

/** Width of a text in units of the sheet. */
export type Measure = (text: string, size: number, weight: number) => number

/** Cuts a text into at most `most` lines of a width; what does not fit ends with an ellipsis. Chinese breaks anywhere, other words between them. */
export function wrapped(text: string, width: number, size: number, weight: number, most: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line !== '' && measure(line + piece, size, weight) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  const kept = lines.slice(0, most).map((one) => shortened(one, width, size, weight, measure))
  if (lines.length > most && kept.length > 0) kept[kept.length - 1] = shortened(`${kept.at(-1)}…`, width, size, weight, measure)
  return kept
}

/** A text that fits a width, its end left out where it must. */
export function shortened(text: string, width: number, size: number, weight: number, measure: Measure): string {
  if (measure(text, size, weight) <= width) return text
  const signs = [...text.replace(/…$/, '')]
  while (signs.length > 0 && measure(`${signs.join('')}…`, size, weight) > width) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

/** Closing punctuation stays with what it closes, an opening one with what it opens. */
const piecesOf = (text: string): string[] => text.match(/[\p{Ps}\p{Pi}]*(?:[A-Za-z0-9.,%:+/<>\u2009\u202f\u2013-]+\s?|[\s\S])[\p{Pe}\p{Pf}\p{Po}]*/gu) ?? []

/** A text of usual weight. */
export const textAt = (x: number, y: number, said: string, size: number, fill: string, anchor: 'start' | 'middle' | 'end' = 'start', weight = 400): Drawn => ({ kind: 'text', x, y, text: said, size, weight, fill, anchor })
/** The widest of some texts. */
export const widest = (texts: readonly string[], size: number, measure: Measure): number => texts.reduce((most, said) => Math.max(most, measure(said, size, 400)), 0)
