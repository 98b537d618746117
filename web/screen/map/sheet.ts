import type { Camera, Theme } from '../../map/seam.ts'

/** A map for a sheet: seen by `camera`, `width` by `height` CSS pixels of `ratio` pixels each, its names `enlarged` times as large as at a desk. */
export type MapSheet = { camera: Camera; width: number; height: number; ratio: number; enlarged: number; theme: Theme }
