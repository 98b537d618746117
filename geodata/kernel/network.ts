/**
 * Walkable streets cut into edges at street ends, shared vertices and gates. Nodes are numbered along a Hilbert curve, edges after their lower node.
 * Edge i runs from edgeFrom[i] to edgeTo[i] over the points lineOffsets[i] .. lineOffsets[i + 1] of lineX, lineY (both ends included).
 */
export type Network = {
  nodeCount: number
  nodeX: Float32Array
  nodeY: Float32Array
  edgeCount: number
  edgeFrom: Int32Array
  edgeTo: Int32Array
  /** Metres in steps of 1/256, see quantum. */
  edgeMetres: Float32Array
  /** 1 = stairs. */
  edgeSteps: Uint8Array
  /** Order in which the streets were added: decides ties between equally near edges. */
  edgeRank: Int32Array
  lineOffsets: Int32Array
  lineX: Float32Array
  lineY: Float32Array
  /**
   * Empty for a whole city. In the pack of an area, by node: bit 0 = the node lies in the main part of the city's network, bit 1 = of its
   * network without stairs; parts that fall asunder at the pack's rim still count as connected.
   */
  anchors: Uint8Array
}

/**
 * All walking metres are multiples of 1/256 m. Sums of such numbers are exact in Float32 up to 65,536 m, so a walk has the same
 * length whichever end the search starts from and in whatever order it adds up; the rounding of one edge is at most 2 mm.
 */
export const quantum = 1 / 256
export const quantized = (metres: number): number => Math.round(metres * 256) / 256
