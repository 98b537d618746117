import type { Margins, Rooms } from '../map/seam.ts'

/** Pixels between what is shown and the edge of the map or of a panel on it. */
const gapPixels = 20
/** The same round a whole city, whose border stands a little beyond its last building. */
const cityGapPixels = 36
/** Height of the scale and the notes at the foot of the map. */
const footPixels = 40

type Sides = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>

/**
 * What a map of `frame` leaves free beside its legend and its tools: above the legend, or right of it. `strict` for a walk, which must be seen
 * whole; otherwise the legend may lie on a corner of a city that would get much smaller beside it. `enlarged`: of a wall, whose gaps are as much wider.
 */
export const roomsBeside = (frame: Sides, legend: Sides | null, tools: Sides | null, strict: boolean, enlarged = 1): Rooms => {
  const [gap, cityGap, foot] = [gapPixels * enlarged, cityGapPixels * enlarged, footPixels * enlarged]
  const toolsPixels = tools ? frame.right - tools.left : 0
  const all: Margins = { top: gap, right: toolsPixels + gap, bottom: foot + gap, left: gap }
  const clear = legend
    ? [{ ...all, bottom: Math.max(all.bottom, frame.bottom - legend.top + gap) }, { ...all, left: legend.right - frame.left + gap }]
    : [all]
  return { clear, open: strict ? null : { top: cityGap, right: cityGap, bottom: foot + gap, left: cityGap } }
}
