import type { EntryOf } from '../../model/entry.ts'
import type { Firm } from './firm.ts'

/** An instructor sent to a firm; `room`: for how many more there is room after it. */
export type Sent = { instructor: string; room: number }

/** What is known of an area: the community and the street it is or lies in. */
export type Whereabouts = (area: string) => { community: string | null; street: string | null }

/**
 * Gives each waiting firm, in order, the nearest instructor who has room: of the same carrier, then of the community, then of the street; among equals the one
 * with the most room, then the smaller id. Room goes down with each, so that nobody is given twice. O(firms x instructors of a street).
 */
export function dispatchOf(waiting: readonly Firm[], instructors: readonly EntryOf<'instructor'>[], where: Whereabouts): Map<string, Sent> {
  const desks = instructors.map(({ id, area, fields }) => ({ id, carrier: fields.carrier, ...(area === null ? { community: null, street: null } : where(area)), room: fields.room }))
  const sent = new Map<string, Sent>()
  for (const { organisation, community } of waiting) {
    const street = community === null ? null : where(community).street
    let best: (typeof desks)[number] | null = null, bestRank = Infinity
    for (const desk of desks) {
      if (desk.room <= 0) continue
      const rank = organisation.carrier !== null && desk.carrier === organisation.carrier ? 0 : community !== null && desk.community === community ? 1 : street !== null && desk.street === street ? 2 : Infinity
      if (rank === Infinity || rank > bestRank) continue
      if (best !== null && rank === bestRank && (desk.room < best.room || (desk.room === best.room && desk.id > best.id))) continue
      best = desk
      bestRank = rank
    }
    if (best === null) continue
    best.room--
    sent.set(organisation.id, { instructor: best.id, room: best.room })
  }
  return sent
}
