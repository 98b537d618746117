/** A way as node ids. */
export type NodeIds = readonly number[]

/**
 * Ways joined end to end into closed rings. Each way is used once, in the order given; what cannot be closed is left over.
 * Where three ends meet, the first way in order is taken, which is right for the sound relations this is asked for.
 */
export function joinRings(ways: readonly NodeIds[]): { rings: number[][]; open: number } {
  const rings: number[][] = []
  const waysAtEnd = new Map<number, Set<number>>()
  const waiting = new Set<number>()
  ways.forEach((way, index) => {
    if (way.length < 2) return
    waiting.add(index)
    for (const end of [way[0], way[way.length - 1]]) waysAtEnd.set(end, (waysAtEnd.get(end) ?? new Set()).add(index))
  })
  let open = ways.length - waiting.size
  for (const index of waiting) {
    waiting.delete(index)
    const ring = [...ways[index]]
    while (ring[0] !== ring[ring.length - 1]) {
      const end = ring[ring.length - 1]
      const next = [...(waysAtEnd.get(end) ?? [])].find((candidate) => waiting.has(candidate))
      if (next === undefined) break
      waiting.delete(next)
      const way = ways[next]
      const onward = way[0] === end ? way : [...way].reverse()
      for (let i = 1; i < onward.length; i++) ring.push(onward[i])
    }
    if (ring.length >= 4 && ring[0] === ring[ring.length - 1]) rings.push(ring)
    else open += 1
  }
  return { rings, open }
}
