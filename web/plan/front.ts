import type { DeskChanges } from '../workers/deskMessages.ts'

/** How long the walking front runs from the place to the farthest building that changes, milliseconds. */
export const frontMs = 900

/** Buildings change as a front passes them, the nearest first; all at once where there are no distances, or where the reader wants no motion. */
export const runFront = (show: (indices: Int32Array, states: Uint8Array) => void) => {
  let left: { changes: DeskChanges; metres: Float32Array; from: number; began: number } | null = null
  let frame = 0

  const frameCame = (now: number): void => {
    if (!left) return
    const { changes, metres, began } = left
    const share = Math.min(1, (now - began) / frontMs)
    // Slower toward the rim, as the line that is drawn.
    const reached = share === 1 ? Infinity : (1 - (1 - share) ** 2) * (metres.at(-1) ?? 0)
    let to = left.from
    while (to < metres.length && metres[to] <= reached) to++
    if (to > left.from) show(changes.indices.subarray(left.from, to), changes.states.subarray(left.from, to))
    left.from = to
    if (to < metres.length) frame = requestAnimationFrame(frameCame)
    else left = null
  }
  /** What is still to come is shown at once. */
  const finish = (): void => {
    cancelAnimationFrame(frame)
    if (left) show(left.changes.indices.subarray(left.from), left.changes.states.subarray(left.from))
    left = null
  }
  return {
    run: (changes: DeskChanges, metres: Float32Array | null): void => {
      finish()
      if (changes.indices.length === 0) return
      if (metres === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return show(changes.indices, changes.states)
      left = { changes, metres, from: 0, began: performance.now() }
      frame = requestAnimationFrame(frameCame)
    },
    stop: finish,
  }
}
