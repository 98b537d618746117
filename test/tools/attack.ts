/** What somebody who knows all buildings and streets, but nobody's counts, reads from the answers about one part of a city: sums over known sets of its buildings. */
export type Region = {
  /** Dense indexes of its buildings; sets and cells name them by their place in this list. */
  buildings: readonly number[]
  /** By the set's key (setKey): the sum that was told. */
  sums: ReadonlyMap<string, number>
}

/** Buildings that no set tells apart, and how many they are together, as far as it follows from the sums. */
export type Cell = { members: number[]; value: number }

/** One sign a building, 1 = in the set. */
export const setKey = (isIn: readonly boolean[]): string => isIn.map((one) => (one ? '1' : '0')).join('')

/**
 * Every cell whose count the sums determine: Gaussian elimination over the field of a prime, which finds what follows from sums of 0 and 1 as elimination over
 * fractions does, without rounding. Counts up to half the prime come out as they are, negative ones too.
 */
export function recoveredCells({ buildings, sums }: Region): Cell[] {
  const sets = [...sums.keys()]
  const atoms = new Map<string, number[]>()
  for (let building = 0; building < buildings.length; building++) {
    const signature = sets.map((set) => set[building]).join('')
    if (!signature.includes('1')) continue
    atoms.set(signature, [...(atoms.get(signature) ?? []), building])
  }
  const cells = [...atoms.entries()]
  const rows = sets.map((set, s) => [...cells.map(([signature]) => Number(signature[s])), modulo(sums.get(set) ?? 0)])
  const reduced = eliminated(rows, cells.length)
  return reduced.flatMap(({ pivot, row }) => {
    const alone = row.every((factor, column) => column === pivot || column === cells.length || factor === 0)
    return alone ? [{ members: cells[pivot][1], value: signed(row[cells.length]) }] : []
  })
}

/** What is told of a set less what is told of a set inside it, for every such pair, and for a set alone. */
export function nestedDifferences({ sums }: Region): number[] {
  const told = [...sums]
  const differences: number[] = told.map(([, sum]) => sum)
  for (const [outer, whole] of told) for (const [inner, part] of told) if (outer !== inner && isWithin(inner, outer)) differences.push(whole - part)
  return differences
}

const isWithin = (inner: string, outer: string): boolean => !inner.split('').some((sign, i) => sign === '1' && outer[i] === '0')

/** Below 2^26, so that a product of two is exact in a double. */
const prime = 67_108_859
const modulo = (value: number): number => ((value % prime) + prime) % prime
const signed = (value: number): number => (value > prime / 2 ? value - prime : value)

function inverse(value: number): number {
  let result = 1, base = value
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}

/** Reduced row echelon form; the last entry of a row is its sum. */
function eliminated(rows: number[][], columns: number): { pivot: number; row: number[] }[] {
  const done: { pivot: number; row: number[] }[] = []
  const clear = (row: number[], by: { pivot: number; row: number[] }): void => {
    const factor = row[by.pivot]
    if (factor !== 0) by.row.forEach((value, column) => { row[column] = modulo(row[column] - ((factor * value) % prime)) })
  }
  for (const row of rows) {
    for (const one of done) clear(row, one)
    const pivot = row.findIndex((value, column) => column < columns && value !== 0)
    if (pivot < 0) {
      if (row[columns] !== 0) throw new Error(`the sums contradict one another by ${signed(row[columns])}`)
      continue
    }
    const scale = inverse(row[pivot])
    row.forEach((value, column) => { row[column] = (value * scale) % prime })
    const found = { pivot, row }
    for (const one of done) clear(one.row, found)
    done.push(found)
  }
  return done
}
