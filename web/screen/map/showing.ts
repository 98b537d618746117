import type { OverlayCell, OverlayCircle, OverlayContent, OverlayPlace, OverlaySpark, OverlayThread } from '../../map/overlay/shapes.ts'
import type { WallAnswer, WallLights } from './answer.ts'
import { hexagonBounds } from './hexagons.ts'
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
  /** Drawn instead of the classes of areas: those without a figure keep their hatch. */
  circles?: readonly OverlayCircle[] | null
  cells?: readonly OverlayCell[] | null
  /** Homes a drawer counts, where they are not drawn themselves. */
  sparks?: readonly OverlaySpark[]
}

/** While a drawer lights something, areas have no colour of their own: the map shows what is counted and nothing else. */
export const areasRest = (lights: WallLights | null): boolean => lights !== null && lights.places.length + lights.states.length + lights.areas.length > 0

/** Everything the wall lays over the map. A drawer that is open lights what it counts and nothing else. */
export const showing = ({ answer, shading, states, lit, only, lights, threads, circles = null, cells = null, sparks = [] }: Shown): OverlayContent => {
  const level = shading?.level
  const names = new Map(answer?.children.filter((child) => child.level === level).map((child) => [child.code, child.name]))
  const onlyLevel = answer?.only[0]?.level
  return {
    ...(cells ? { cells, classes: hexagonBounds.length, lowIsWorse: true } : shading && !states && !areasRest(lights) ? { areas: { level: shading.level, rows: circles ? shading.rows.filter(({ value }) => value === null) : shading.rows }, classes: shading.bounds.length, lowIsWorse: shading.lowIsWorse } : {}),
    ...(circles && !cells ? { circles } : {}), ...(lights ? { sparks } : {}),
    ground: level && names.size > 0 ? { level, names } : null,
    only: onlyLevel && only.length > 0 ? { level: onlyLevel, codes: only } : null,
    lit: lights ? lights.areas : lit, ...(lights ? { litSurface: true } : {}),
    places: lights ? lights.places.map(({ id, name, position }): OverlayPlace => ({ id, name, position, sign: 'lit' })) : [],
    threads: lights ? [] : threads,
  }
}
