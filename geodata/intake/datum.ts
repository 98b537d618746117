/** The datums a source may be in; EPSG codes are projected or geographic systems by number. */
export const datums = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
export type Datum = (typeof datums)[number] | `EPSG:${number}`

/** `text` as a datum, or null when it names none. */
export function datumFrom(text: string): Datum | null {
  const plain = text.trim().toLowerCase()
  const named = datums.find((datum) => datum === plain)
  if (named) return named
  const epsg = /^epsg:(\d{4,6})$/.exec(plain)
  return epsg ? `EPSG:${Number(epsg[1])}` : null
}
