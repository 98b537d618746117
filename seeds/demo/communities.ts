import type { Point } from './plane.ts'
import { distance } from './shapes.ts'
import { keyOf } from './knit.ts'

/** A piece that may not be divided: its conformed rings, its middle and how much it weighs. */
export type Piece = { rings: Point[][]; centre: Point; weight: number; group: number }

/** Pieces that touch, with the metres they share. */
export function neighbours(pieces: readonly Piece[]): Map<number, number>[] {
  const owner = new Map<string, number>()
  pieces.forEach((piece, index) => {
    for (const ring of piece.rings) ring.forEach((point, corner) => owner.set(`${keyOf(point)} ${keyOf(ring[(corner + 1) % ring.length])}`, index))
  })
  return pieces.map((piece, index) => {
    const found = new Map<number, number>()
    for (const ring of piece.rings) {
      ring.forEach((point, corner) => {
        const next = ring[(corner + 1) % ring.length]
        const other = owner.get(`${keyOf(next)} ${keyOf(point)}`)
        if (other !== undefined && other !== index) found.set(other, (found.get(other) ?? 0) + distance(point, next))
      })
    }
    return found
  })
}

/** Divides each group of pieces into so many connected parts of about equal weight; returns the part of each piece. */
export function partition(pieces: readonly Piece[], partsByGroup: readonly number[]): number[] {
  const part = new Array<number>(pieces.length).fill(-1)
  let first = 0
  partsByGroup.forEach((parts, group) => {
    halve(pieces, pieces.flatMap((piece, index) => (piece.group === group ? [index] : [])), first, parts, part)
    first += parts
  })
  connect(pieces, part)
  return part
}

function halve(pieces: readonly Piece[], members: number[], first: number, parts: number, part: number[]): void {
  if (parts === 1 || members.length <= 1) {
    for (const member of members) part[member] = first
    return
  }
  const left = Math.floor(parts / 2)
  const spread = [0, 1].map((axis) => Math.max(...members.map((member) => pieces[member].centre[axis])) - Math.min(...members.map((member) => pieces[member].centre[axis])))
  const axis = spread[0] >= spread[1] ? 0 : 1
  const ordered = members.toSorted((a, b) => pieces[a].centre[axis] - pieces[b].centre[axis] || a - b)
  const goal = (ordered.reduce((sum, member) => sum + pieces[member].weight, 0) * left) / parts
  let sum = 0
  let cut = 0
  while (cut < ordered.length - (parts - left) && (cut < left || sum + pieces[ordered[cut]].weight / 2 < goal)) sum += pieces[ordered[cut++]].weight
  halve(pieces, ordered.slice(0, cut), first, left, part)
  halve(pieces, ordered.slice(cut), first + left, parts - left, part)
}

/** Hands pieces that are cut off from their part to the neighbour part they share most with, within their group. */
function connect(pieces: readonly Piece[], part: number[]): void {
  const near = neighbours(pieces)
  for (let round = 0; round < 8; round++) {
    let moved = false
    for (const label of new Set(part)) {
      const members = part.flatMap((each, index) => (each === label ? [index] : []))
      const bodies = components(members, near)
      bodies.sort((a, b) => weigh(pieces, b) - weigh(pieces, a))
      for (const body of bodies.slice(1)) {
        const shared = new Map<number, number>()
        for (const member of body) {
          for (const [other, metres] of near[member]) if (part[other] !== label && pieces[other].group === pieces[member].group) shared.set(part[other], (shared.get(part[other]) ?? 0) + metres)
        }
        const [best] = [...shared].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
        if (best === undefined) continue
        for (const member of body) part[member] = best[0]
        moved = true
      }
    }
    if (!moved) return
  }
}

function components(members: readonly number[], near: readonly ReadonlyMap<number, number>[]): number[][] {
  const left = new Set(members)
  const bodies: number[][] = []
  for (const start of members) {
    if (!left.delete(start)) continue
    const body = [start]
    for (let at = 0; at < body.length; at++) for (const [other, metres] of near[body[at]]) if (metres > 8 && left.delete(other)) body.push(other)
    bodies.push(body)
  }
  return bodies
}

function weigh(pieces: readonly Piece[], members: readonly number[]): number {
  return members.reduce((sum, member) => sum + pieces[member].weight, 0)
}
