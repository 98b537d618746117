import type { Reader } from '../../../geodata/contract/exchange.ts'
import { kOf } from '../../security/k.ts'
import { viewOf } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import type { FrozenWall } from './frozen-choice.ts'

/** Least groups of editions that were read, by id: what was frozen stays. Some dozens of numbers. */
export type FrozenGroups = Map<string, number>

/**
 * An edition keeps the least group it was frozen with. Where the city's rule has become stricter, readers who see no exact figures are not told of smaller groups than it allows today, and an edition cannot be
 * counted again: it is refused to them as a whole, in words, and a new one is frozen. `wallOf` reads the wall of the whole city as it was frozen. Throws Refusal editionTooFine.
 */
export async function checkProtection(open: OpenCity | null, reader: Reader, edition: { id: string; name: string }, groups: FrozenGroups, wallOf: () => Promise<FrozenWall>): Promise<void> {
  if (open === null || viewOf(open, reader, null).shield === null) return
  const least = groups.get(edition.id) ?? (await wallOf()).protection?.k ?? 0
  groups.set(edition.id, least)
  const expected = kOf(open.catalogue)
  if (least < expected) throw new Refusal('editionTooFine', { edition: edition.name, expected, found: least })
}
