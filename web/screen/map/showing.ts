import type { OverlayContent, OverlayPlace, OverlayThread } from '../../map/overlay/shapes.ts'
import type { WallAnswer, WallLights } from './answer.ts'
import type { Shading } from './shading.ts'

type Shown = {
  answer: WallAnswer | null
  shading: Shading | null
  /** Buildings are coloured by their state, so that areas are not. */
  states: boolean
  lit: readonly string[]
  only: readonly string[]
  lights: WallLights | null
  threads: readonly OverlayThread[]
}

/** Everything the wall lays over the map. A drawer that is open lights what it counts and nothing else. */
export const showing = ({ answer, shading, states, lit, only, lights, threads }: Shown): OverlayContent => {
  const level = shading?.level
  const names = new Map(answer?.children.filter((child) => child.level === level).map((child) => [child.code, child.name]))
  const onlyLevel = answer?.only[0]?.level
  return {
    ...(shading && !states ? { areas: { level: shading.level, rows: shading.rows }, classes: shading.bounds.length, lowIsWorse: shading.lowIsWorse } : {}),
    ground: level && names.size > 0 ? { level, names } : null,
    only: onlyLevel && only.length > 0 ? { level: onlyLevel, codes: only } : null,
    lit: lights ? lights.areas : lit,
    places: lights ? lights.places.map(({ id, name, position }): OverlayPlace => ({ id, name, position, sign: 'site' })) : [],
    threads: lights ? [] : threads,
  }
}
