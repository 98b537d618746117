/** A number of metres as people write it ("12", "12.5 m", "12米", "40'"); null when it is none. */
export function metresFrom(text: string | undefined): number | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*(m|metres?|meters?|米|ft|feet|')?\s*$/i.exec(text ?? '')
  if (!match) return null
  const feet = /^(ft|feet|')$/i.test(match[2] ?? '')
  return Number(match[1].replace(',', '.')) * (feet ? 0.3048 : 1)
}

/** Storeys above ground: "6", "6.5" (an attic counts half, rounded up), the largest of "5;6"; null when it is none or absurd. */
export function storeysFrom(text: string | undefined): number | null {
  const numbers = (text ?? '').split(/[;,\-~至]/).map((part) => Number.parseFloat(part))
  const storeys = Math.ceil(Math.max(...numbers))
  // The tallest building on earth has 163 storeys above ground.
  return Number.isFinite(storeys) && storeys >= 1 && storeys <= 200 ? storeys : null
}

/** Whole number of persons, households, seats; null when it is none or negative. */
export function countFrom(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null
  const count = Number(text)
  return Number.isFinite(count) && count >= 0 ? Math.round(count) : null
}
