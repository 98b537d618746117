/** Lengths of all shortest ways of an undirected graph, row by row: length i to j at i * nodes + j, Infinity where there is none. R. Floyd 1962. O(nodes^3). */
export function allShortest(nodes: number, edges: readonly { from: number; to: number; length: number }[]): Float64Array {
  const lengths = new Float64Array(nodes * nodes).fill(Infinity)
  for (let node = 0; node < nodes; node++) lengths[node * nodes + node] = 0
  for (const { from, to, length } of edges) lengths[from * nodes + to] = lengths[to * nodes + from] = length
  for (let by = 0; by < nodes; by++) {
    for (let from = 0; from < nodes; from++) {
      const before = lengths[from * nodes + by]
      if (before === Infinity) continue
      for (let to = 0; to < nodes; to++) {
        const way = before + lengths[by * nodes + to]
        if (way < lengths[from * nodes + to]) lengths[from * nodes + to] = way
      }
    }
  }
  return lengths
}
