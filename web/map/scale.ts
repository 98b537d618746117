/** Equator of the web mercator sphere, metres. */
const equatorMetres = 40_075_016.686
/** MapLibre's zoom levels are for tiles of 512 pixels. */
const tilePixels = 512

/** CSS pixels that one metre on the ground takes at a latitude and zoom. */
export function pixelsPerMetre(latitude: number, zoom: number): number {
  return (tilePixels * 2 ** zoom) / (equatorMetres * Math.cos((latitude * Math.PI) / 180))
}

/** The longest round length (1, 2 or 5 times a power of ten metres) that fits into `limitPixels`, and its length on the screen. */
export function scaleBar(latitude: number, zoom: number, limitPixels: number): { metres: number; pixels: number } {
  const ratio = pixelsPerMetre(latitude, zoom)
  const limitMetres = limitPixels / ratio
  const power = 10 ** Math.floor(Math.log10(limitMetres))
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= limitMetres) ?? power
  return { metres, pixels: metres * ratio }
}
