import type { Camera } from '../map/seam.ts'

/** zoom/lat/lon/bearing/pitch; the last two are left out when zero. */
export const cameraText = ({ zoom, lat, lon, bearing, pitch }: Camera): string => {
  // Five decimals are about a metre, which is what the eye can tell at zoom 19.
  const parts = [round(zoom, 2), round(lat, 5), round(lon, 5), round(bearing, 1), round(pitch, 1)]
  while (parts.length > 3 && parts.at(-1) === 0) parts.pop()
  return parts.join('/')
}

/** undefined: not a camera, or out of range. */
export const readCamera = (text: string): Camera | undefined => {
  const parts = text.split('/')
  if (parts.length < 3 || parts.length > 5 || !parts.every((part) => /^-?\d{1,3}(\.\d{1,8})?$/.test(part))) return undefined
  const [zoom, lat, lon, bearing = 0, pitch = 0] = parts.map(Number) as [number, number, number, number?, number?]
  const inRange = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && Math.abs(bearing) <= 360 && pitch >= 0 && pitch <= 85
  return inRange ? { zoom, lat, lon, bearing, pitch } : undefined
}

const round = (value: number, decimals: number): number => {
  const rounded = Math.round(value * 10 ** decimals) / 10 ** decimals
  return rounded === 0 ? 0 : rounded
}
