/** All choices of at most `most` of `sites`, the stupid way of every oracle here. */
export function subsets(sites: number, most: number): number[][] {
  const all: number[][] = []
  for (let mask = 0; mask < 1 << sites; mask++) {
    const chosen: number[] = []
    for (let site = 0; site < sites; site++) if ((mask >> site) & 1) chosen.push(site)
    if (chosen.length <= most) all.push(chosen)
  }
  return all
}

export const containsAll = (chosen: readonly number[], wanted: readonly number[]): boolean => wanted.every((site) => chosen.includes(site))
