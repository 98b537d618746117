/** One bit a building in dense order, from the lowest of the first byte, as text: a hundred thousand are 17 kB. */
export function litBuildings(count: number, lit: readonly number[]): string {
  const bits = Buffer.alloc(Math.ceil(count / 8))
  for (const i of lit) bits[i >> 3] |= 1 << (i & 7)
  return bits.toString('base64')
}

/** What is lit by either. */
export function unitedLights(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b
  const [one, other] = [Buffer.from(a, 'base64'), Buffer.from(b, 'base64')]
  return Buffer.from(Array.from({ length: Math.max(one.length, other.length) }, (_, i) => (one[i] ?? 0) | (other[i] ?? 0))).toString('base64')
}
