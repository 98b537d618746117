/** Pixels of the page from the top left of the map. */
export type Point = { x: number; y: number }
export type Sides = { left: number; top: number; right: number; bottom: number }
export type Anchor = { id: string; at: Point; width: number; height: number }
/** A box, and the line that leads from it to its place. */
export type Placed = { id: string; box: Sides; from: Point; to: Point }

/** Ways out from a place: to the right first, as one reads; then as a clock goes round. */
const directions = [0, -30, 30, -60, 60, 180, 150, -150, 120, -120, 90, -90].map((degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)] as const)
/** Lengths of a leader line, in gaps. */
const reaches = [3, 5, 8, 12, 17, 24, 32]
/** A line that crosses another one is as bad as one so many gaps longer; a box that jumps while the map glides as one so many. */
const crossingGaps = 20
const jumpGaps = 9

/**
 * Boxes for places on the screen, in their order: inside the frame by a gap, clear of what is taken, of each other and of every place, near their own, lines uncrossed where that can be had.
 * A place out of sight, or one for which there is no room, gets none. `before`: where the boxes stood, from their places, so that they stay there while the map moves.
 * At most 12 x 7 tries a place, each held against everything that stands.
 */
export const placeBoxes = (anchors: readonly Anchor[], frame: { width: number; height: number }, taken: readonly Sides[], gap: number, before: ReadonlyMap<string, Point> = new Map()): Placed[] => {
  const inside: Sides = { left: gap, top: gap, right: frame.width - gap, bottom: frame.height - gap }
  const visible = anchors.filter(({ at }) => holds(inside, at) && !taken.some((sides) => holds(sides, at)))
  const placed: Placed[] = []
  for (const anchor of visible) {
    const stood = before.get(anchor.id)
    let best: Placed | null = null
    let least = Infinity
    const tryAt = (offset: Point): void => {
      const one = boxAt(anchor, offset, inside)
      if (!one || !isFree(one, visible, taken, placed, gap)) return
      const jump = stood && Math.hypot(one.box.left - anchor.at.x - stood.x, one.box.top - anchor.at.y - stood.y) > 1
      const cost = distance(one.from, one.to) + placed.filter((other) => cross(one, other)).length * crossingGaps * gap + (jump ? jumpGaps * gap : 0)
      if (cost < least) [best, least] = [one, cost]
    }
    if (stood) tryAt(stood)
    for (const reach of reaches) for (const [right, down] of directions) tryAt(offsetOf(anchor, right, down, reach * gap))
    if (best) placed.push(best)
  }
  return placed
}

export const overlap = (one: Sides, other: Sides, gap = 0): boolean => one.left < other.right + gap && other.left < one.right + gap && one.top < other.bottom + gap && other.top < one.bottom + gap

/** Left top of a box whose nearest side is `pixels` away in a direction, from the place. */
const offsetOf = ({ width, height }: Anchor, right: number, down: number, pixels: number): Point => ({
  x: right * (pixels + width / 2) - width / 2, y: down * (pixels + height / 2) - height / 2,
})

/** Slid into the frame; null when the frame is smaller than the box. */
const boxAt = ({ id, at, width, height }: Anchor, offset: Point, inside: Sides): Placed | null => {
  if (width > inside.right - inside.left || height > inside.bottom - inside.top) return null
  const left = Math.min(Math.max(at.x + offset.x, inside.left), inside.right - width)
  const top = Math.min(Math.max(at.y + offset.y, inside.top), inside.bottom - height)
  const box = { left, top, right: left + width, bottom: top + height }
  return { id, box, from: { x: Math.min(Math.max(at.x, box.left), box.right), y: Math.min(Math.max(at.y, box.top), box.bottom) }, to: at }
}

const isFree = (one: Placed, visible: readonly Anchor[], taken: readonly Sides[], placed: readonly Placed[], gap: number): boolean =>
  !visible.some(({ at }) => holds({ left: one.box.left - gap, top: one.box.top - gap, right: one.box.right + gap, bottom: one.box.bottom + gap }, at))
  && !taken.some((sides) => overlap(one.box, sides, gap / 2))
  && !placed.some((other) => overlap(one.box, other.box, gap) || passes(one, other.box) || passes(other, one.box))

const holds = ({ left, top, right, bottom }: Sides, { x, y }: Point): boolean => x >= left && x <= right && y >= top && y <= bottom
const distance = (from: Point, to: Point): number => Math.hypot(from.x - to.x, from.y - to.y)

/** Whether a leader line runs over a box. */
const passes = ({ from, to }: Placed, { left, top, right, bottom }: Sides): boolean => {
  const corners: Point[] = [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }]
  return corners.some((corner, at) => meet(from, to, corner, corners[(at + 1) % 4] ?? corner))
}
const cross = (one: Placed, other: Placed): boolean => meet(one.from, one.to, other.from, other.to)

const meet = (a: Point, b: Point, c: Point, d: Point): boolean => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
const turn = (a: Point, b: Point, c: Point): number => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
