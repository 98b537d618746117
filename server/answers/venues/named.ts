import type { Catalogue } from '../../../geodata/model/catalogue.ts'
import { fold } from '../search/fold.ts'
import { matchWord, wordOf } from '../search/match-word.ts'
import type { Venue } from './venue.ts'

/** Whether each word of a query is found in the venue's name, or in the name of its category or of a wish it serves; all are by an empty query. */
export function namedBy({ categories, wishes }: Pick<Catalogue, 'categories' | 'wishes'>, q: string): (venue: Venue) => boolean {
  const words = fold(q).split(/\s+/).filter((word) => word !== '').map(wordOf)
  const kinds = categories.map(({ code, name, nameEn }) => [name, nameEn, ...wishes.flatMap((wish) => (wish.categories.includes(code) ? [wish.name, wish.nameEn] : []))].map(fold))
  // A kind is meant by a word of it, not by letters from its middle.
  const byKind = words.map((word) => kinds.map((names) => names.some((name) => (matchWord(name, word)?.from ?? -1) >= 0)))
  return ({ folded, category }) => words.every((word, i) => byKind[i][category] || matchWord(folded, word) !== null)
}
