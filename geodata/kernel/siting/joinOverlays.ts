import type { Overlay } from '../../model/overlay.ts'
import { emptyOverlay } from '../../model/overlay.ts'

/** All overlays at once; where two speak of the same site, gate or building the later one counts. */
export function joinOverlays(overlays: readonly Overlay[]): Overlay {
  const parts = overlays.filter((overlay) => overlay !== emptyOverlay)
  if (parts.length === 0) return emptyOverlay
  if (parts.length === 1) return parts[0]
  const opened = new Set<string>(), locked = new Set<string>()
  for (const part of parts) {
    for (const gate of part.openedGates) {
      opened.add(gate)
      locked.delete(gate)
    }
    for (const gate of part.lockedGates) {
      locked.add(gate)
      opened.delete(gate)
    }
  }
  const counted = parts.filter((part) => part.residents.length > 0)
  const joined: Overlay = {
    added: lastOf(parts.flatMap((part) => part.added), (site) => site.id),
    closed: [...new Set(parts.flatMap((part) => part.closed))],
    admissions: lastOf(parts.flatMap((part) => part.admissions), (row) => row.facility),
    replaced: lastOf(parts.flatMap((part) => part.replaced), (site) => site.id),
    openedGates: [...opened], lockedGates: [...locked],
    // One list stays the very list: a city with its counts is kept by it.
    residents: counted.length === 1 ? counted[0].residents : lastOf(counted.flatMap((part) => part.residents), (row) => String(row.building)),
  }
  const placed = parts.flatMap((part) => part.placed ?? []), seats = parts.flatMap((part) => part.seats ?? []), passages = parts.flatMap((part) => part.passages ?? [])
  if (placed.length > 0) joined.placed = lastOf(placed, (row) => row.facility)
  if (seats.length > 0) joined.seats = lastOf(seats, (row) => row.facility)
  if (passages.length > 0) joined.passages = lastOf(passages, (row) => row.id)
  if (parts.some((part) => part.shut)) joined.shut = new Set(parts.flatMap((part) => [...(part.shut ?? [])]))
  return joined
}

function lastOf<T>(rows: readonly T[], key: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()]
}
