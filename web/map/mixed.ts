/** A colour #RRGGBB with a share 0..1 of another in it. */
export const mixed = (colour: string, other: string, share: number): string => `#${[1, 3, 5].map((at) => {
  const [from, to] = [colour, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number]
  return Math.round(from + (to - from) * share).toString(16).padStart(2, '0')
}).join('')}`
