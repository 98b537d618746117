import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { homes } from '../../../geodata/contract/venues.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { addressAbout } from '../../../geodata/words/venues.ts'
import type { OpenCity } from '../open-city.ts'
import { recordOf, publicPosition, venueList } from './venue-list.ts'
import { addressesFound } from './addresses.ts'
import type { AddressWords } from './address-words.ts'
import { communityName } from './start.ts'
import { nameOf } from './venue-row.ts'

type Home = AnswerOf<typeof homes>['homes'][number]
type Ranked = { home: Home; index: number; rank: number }

/** An address whose number is known stands between estates and buildings of the same fit, what is only near it behind all of them. */
const exactRank = 0.25, nearRank = 0.75

/** Starts by street and number, told as what they are. `rank`: as of estates and buildings. */
export async function addressHomes(open: OpenCity, asked: AddressWords, language: Language): Promise<Ranked[]> {
  const found = await addressesFound(open, asked)
  if (!found) return []
  const list = await venueList(open)
  const isExact = asked.number !== null && found.stretches.length === 0 && found.stated[0]?.number === asked.number
  const rank = found.fit + (isExact ? exactRank : nearRank)
  const { areas, facilities } = open.city
  const stated = await Promise.all(found.stated.map(async ({ street, number, venue }): Promise<Home> => {
    const place = await recordOf(open, list, venue.id)
    return {
      kind: 'address', id: `${street} ${number}`, name: `${street} ${number}号`, communityName: communityName(open, facilities.area[venue.index]), position: publicPosition(venue.position), buildings: null,
      about: place ? fillSentence(addressAbout[asked.number === null || asked.number === number ? 'place' : 'near'], { number: asked.number, name: nameOf(open, place, language) }, language) : '',
    }
  }))
  const streets = found.stretches.map(({ street, area, position }): Home => ({
    kind: 'street', id: `${street} ${area < 0 ? '' : areas.codes[area]}`.trim(), name: street, communityName: communityName(open, area), position: publicPosition(position), buildings: null, about: addressAbout.street[language],
  }))
  // Without a number the street itself is what was asked for.
  const all = asked.number === null ? [...streets, ...stated] : [...stated, ...streets]
  return all.map((home, index) => ({ home, index, rank }))
}
