import { extent, type Piece } from './pieces.ts'

/** Path text of an SVG: each ring begins where it is and goes on by differences, which are short. `offset`: added to every position. */
export function pathOf({ rings, shape }: Pick<Piece, 'rings' | 'shape'>, offset: readonly [number, number] = [0, 0]): string {
  return rings.map((ring) => runPath(ring, offset) + (shape === 'polygon' && ring.length > 4 ? 'z' : '')).join('')
}

/**
 * The outline of a polygon's piece without the edges along which the tile was cut, `margin` units outside its side: so that pieces of neighbouring tiles join to the outline of the whole.
 */
export function outlineOf({ rings }: Pick<Piece, 'rings'>, margin: number, offset: readonly [number, number] = [0, 0]): string {
  return rings.map((ring) => {
    const count = ring.length / 2
    const cut = Array.from({ length: count }, (_none, at) => isCut(ring, at, (at + 1) % count, margin))
    const first = cut.indexOf(true)
    if (first < 0) return `${runPath(ring, offset)}z`
    const runs: number[][] = []
    let run: number[] = []
    // From behind a cut edge all the way round, so that no run is torn where the ring happens to begin.
    for (let step = 1; step <= count; step++) {
      const at = (first + step) % count
      run.push(ring[2 * at] as number, ring[2 * at + 1] as number)
      if (!cut[at]) continue
      if (run.length > 2) runs.push(run)
      run = []
    }
    return runs.map((positions) => runPath(positions, offset)).join('')
  }).join('')
}

const isCut = (ring: readonly number[], from: number, to: number, margin: number): boolean => [0, 1].some((axis) => {
  const [one, other] = [ring[2 * from + axis], ring[2 * to + axis]]
  return one === other && (one === -margin || one === extent + margin)
})

function runPath(run: readonly number[], [east, south]: readonly [number, number]): string {
  if (run.length < 2) return ''
  let text = `M${(run[0] as number) + east} ${(run[1] as number) + south}`
  if (run.length === 2) return text
  text += 'l'
  for (let at = 2; at < run.length; at += 2) text += `${at > 2 ? ' ' : ''}${(run[at] as number) - (run[at - 2] as number)} ${(run[at + 1] as number) - (run[at - 1] as number)}`
  return text
}
