import { shallowRef, watch } from 'vue'
import type { Box } from '../../../geodata/model/geometry.ts'
import { sameCamera } from '../../map/camera.ts'
import type { Camera, MapCanvasExposed, Rooms } from '../../map/seam.ts'
import type { WallAnswer } from './answer.ts'
import { boxRound, useAreaAnswers } from './areas.ts'

type Followed = { answer: WallAnswer | null; only: readonly string[]; camera: Camera | null; box: Box | null; ready: boolean }

/**
 * The camera of the wall: it glides to the area that is told, to those that are chosen, or where the page sends it. A camera that came with the link is left alone, and where the page
 * sends the camera together with a new area (a step of a tour) the area does not pull it away.
 */
export const useWallCamera = (followed: () => Followed, map: () => MapCanvasExposed | null, rooms: () => Rooms) => {
  const { areaOf, areasOf } = useAreaAnswers()
  const first = followed().camera
  /** Where a map that is opened anew begins. */
  const start = shallowRef<Camera | null>(first)
  const seen = shallowRef<Camera | null>(first)
  /** Box of what is told of; null: not known. */
  const told = shallowRef<Box | null>(null)
  let sent = false
  let byHand = first !== null
  let turn = 0

  const placeOf = ({ answer, only }: Followed): string => (answer ? JSON.stringify([answer.area?.code ?? null, [...only].toSorted()]) : '')
  const boxOf = async ({ answer, only, box }: Followed): Promise<Box | null> => {
    if (only.length > 0) return boxRound((await areasOf(only)).map((found) => found?.area.box))
    if (!answer?.area) return box
    return (await areaOf(answer.area.code))?.area.box ?? boxRound(answer.children.map((child) => child.box))
  }
  const whole = async (): Promise<void> => {
    const mine = ++turn
    byHand = false
    const box = await boxOf(followed())
    // Whoever asked later is followed.
    if (mine === turn && box) map()?.fitBox(box, rooms())
  }

  let shown = ''
  watch(() => [placeOf(followed()), followed().ready] as const, ([place, ready]) => {
    if (!ready || place === '' || place === shown) return
    // A link's own camera is where a map opens. The whole city too, but what stands over the map may have grown meanwhile.
    const opening = shown === '' && first !== null
    shown = place
    void boxOf(followed()).then((box) => { if (place === shown) told.value = box })
    byHand = opening
    if (sent) sent = false
    else if (!opening) void whole()
  }, { flush: 'post', immediate: true })
  watch(() => followed().camera, (camera) => {
    if (!camera || (seen.value && sameCamera(camera, seen.value))) return
    sent = true
    turn += 1
    void map()?.glideTo(camera)
  })
  return {
    start, seen, told, whole,
    moved: (camera: Camera): void => { seen.value = camera },
    /** Somebody touches the map: what comes next is theirs. */
    touched: (): void => { sent = false; byHand = true },
    /** A map of another size shows the same whole, unless somebody or a link chose what it shows. */
    resized: (): void => { if (!byHand && !sent && shown !== '') void whole() },
    /** A map that is made anew stands where the last one stood. */
    keep: (): void => { start.value = seen.value },
  }
}
