import type { AreaLevel } from '../../../geodata/model/area.ts'
import type { Position } from '../../../geodata/model/geometry.ts'

/** Class of a cell, 0 the lowest; few: too few to be told; none: nothing is known. */
export type Step = number | 'few' | 'none'

/** A cell that brings its own outline, as hexagons do; the ring need not be closed. */
export type OverlayCell = { id: string; name: string; ring: readonly Position[]; step: Step }
/** An area of the base map, known by its code. */
export type OverlayArea = { code: string; name: string; step: Step }

/** A circle whose area is as its figure: `root` is the square root of its part of the largest, 0..1. */
export type OverlayCircle = { id: string; name: string; position: Position; root: number; step: number }
/** Radius of the largest and of the smallest circle, pixels. */
export const circlePixels = { most: 32, least: 2.5 } as const

/** Something counted, farther away than it is drawn itself: a dot over everything, `root` the square root of its part of the most. */
export type OverlaySpark = { id: string; position: Position; root: number }
/** Radius of the largest and of the smallest dot, pixels. */
export const sparkPixels = { most: 6.5, least: 2.5 } as const

/** Signs of places; each has a shape of its own beside its colour. */
export const overlaySigns = ['done', 'due', 'late', 'missing', 'partial', 'none', 'need', 'needTaken', 'resource', 'project', 'site', 'lit'] as const
export type OverlaySign = (typeof overlaySigns)[number]
/** A carrier (楼宇, 园区, 商圈, 互联网) by its shape, with two rates in twentieths: the ring round it, and how far it is filled. */
export const carrierShapes = ['disc', 'diamond', 'square', 'hexagon'] as const
export type CarrierShape = (typeof carrierShapes)[number]
export type CarrierSign = `carrier:${CarrierShape}:${number}:${number}`
/** `beside`: the position is only where an area is named; the sign stands above it, the first (0) in the middle, the others to the right and left. */
export type OverlayPlace = { id: string; name: string; position: Position; sign: OverlaySign | CarrierSign; beside?: number }

/** A curve from one place to another, 1 to 4 pixels by count, with an arrow at its end; dashed while it is only suggested. */
export type OverlayThread = { id: string; name: string; from: Position; to: Position; count: number; suggested?: boolean }

export type OverlayContent = {
  cells?: readonly OverlayCell[]
  /** Areas of one level. */
  areas?: { level: AreaLevel; rows: readonly OverlayArea[] }
  circles?: readonly OverlayCircle[]
  sparks?: readonly OverlaySpark[]
  /** How many classes there are, and whether the first one is the worst. */
  classes?: number
  lowIsWorse?: boolean
  places?: readonly OverlayPlace[]
  threads?: readonly OverlayThread[]
  /** Ids (codes of areas) that are outlined. */
  chosen?: string | null
  hovered?: string | null
  /** Codes of areas of any level that are lit: outlined on a halo. */
  lit?: readonly string[]
  /** What is lit is a surface as well: nothing else has a colour. */
  litSurface?: boolean
  /** Areas of one level that are counted; the others of that level step back. */
  only?: { level: AreaLevel; codes: readonly string[] } | null
  /** Areas of one level answer to the pointer where nothing else does. */
  ground?: { level: AreaLevel; names: ReadonlyMap<string, string> } | null
}

/** At most this many curves are drawn at once (LOOK.md), the largest. */
export const mostThreads = 40

/** Which colours of a ramp of six stand for so many classes: spread over it, the palest only where all are needed. */
export const rampPlaces = (classes: number, lowIsWorse = false): number[] => {
  const places = spread[Math.max(1, Math.min(6, classes)) - 1] ?? []
  return lowIsWorse ? places.toReversed() : [...places]
}
const spread: readonly (readonly number[])[] = [[3], [1, 5], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5]]
