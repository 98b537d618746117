import { ref } from 'vue'
import type { ScreenPoint } from '../seam.ts'

/** A pointer that strays less than this has pressed and not dragged, pixels. */
const strayPixels = 4
/** Zoom levels of a turn of the wheel by one notch (100 pixels), and at most at once. */
const wheelLevels = 0.4
const panPixels = 100

export type PointerActs = {
  drag: (from: ScreenPoint, to: ScreenPoint, ended: boolean) => void
  zoomAt: (point: ScreenPoint, levels: number) => void
  zoomBy: (levels: number) => void
  middle: () => ScreenPoint
  pressed: (point: ScreenPoint, pointer: 'mouse' | 'touch') => void
  hovered: (point: ScreenPoint | null) => void
}

/** Drag, wheel, two fingers and keys of the plain map. */
export function usePlainPointer(acts: PointerActs) {
  const down = new Map<number, ScreenPoint>()
  const dragging = ref(false)
  let start: ScreenPoint | null = null
  let spread = 0
  const pointOf = (event: MouseEvent): ScreenPoint => {
    const { left, top } = (event.currentTarget as Element).getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const fingers = (): { middle: ScreenPoint; spread: number } => {
    const [one, other] = [...down.values()] as [ScreenPoint, ScreenPoint]
    return { middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, spread: Math.hypot(one.x - other.x, one.y - other.y) }
  }
  return {
    dragging,
    begin(event: PointerEvent) {
      if (event.button !== 0) return
      down.set(event.pointerId, pointOf(event))
      start = down.size === 1 ? pointOf(event) : null
      if (down.size === 2) ({ spread } = fingers())
    },
    move(event: PointerEvent) {
      const point = pointOf(event)
      const before = down.get(event.pointerId)
      if (!before) return acts.hovered(point)
      if (!dragging.value && down.size === 1 && start && Math.hypot(point.x - start.x, point.y - start.y) < strayPixels) return
      dragging.value = true
      // Only now: a press that is let go at once is still a click of what lies there.
      ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
      if (down.size === 1) acts.drag(before, point, false)
      down.set(event.pointerId, point)
      if (down.size !== 2) return
      const now = fingers()
      if (spread > 0 && now.spread > 0) acts.zoomAt(now.middle, Math.log2(now.spread / spread))
      spread = now.spread
    },
    end(event: PointerEvent) {
      const point = pointOf(event)
      if (!down.delete(event.pointerId)) return
      if (dragging.value) {
        if (down.size === 0) {
          dragging.value = false
          acts.drag(point, point, true)
        }
      } else if (start && event.type === 'pointerup') acts.pressed(point, event.pointerType === 'touch' ? 'touch' : 'mouse')
      start = null
    },
    leave: () => { if (down.size === 0) acts.hovered(null) },
    wheel(event: WheelEvent) {
      event.preventDefault()
      const notches = -event.deltaY * (event.deltaMode === 1 ? 33 : 1) / 100
      acts.zoomAt(pointOf(event), Math.max(-1, Math.min(1, notches)) * wheelLevels)
    },
    /** Arrow keys pan, plus and minus zoom. */
    key(event: KeyboardEvent) {
      const way = ({ ArrowLeft: [panPixels, 0], ArrowRight: [-panPixels, 0], ArrowUp: [0, panPixels], ArrowDown: [0, -panPixels] } as const)[event.key as 'ArrowLeft']
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const { x, y } = acts.middle()
      if (way) acts.drag({ x, y }, { x: x + way[0], y: y + way[1] }, true)
      else if (event.key === '+' || event.key === '=') acts.zoomBy(1)
      else if (event.key === '-' || event.key === '_') acts.zoomBy(-1)
      else return
      event.preventDefault()
    },
  }
}
