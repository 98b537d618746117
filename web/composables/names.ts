import type { GapRow } from '../../geodata/contract/coverage.ts'
import { useAreaStore } from '../stores/areas.ts'
import { useSpeechStore } from '../stores/speech.ts'

/** What a building is called: its estate and its own name, as people say it. */
export const useNames = () => {
  const areas = useAreaStore()
  const speech = useSpeechStore()

  /** `estate` is a name; without one the building's own name stands alone. */
  const nameIn = (own: string, estate: string | null): string => {
    if (estate === null || estate === '' || own.startsWith(estate)) return own
    return own === '' ? speech.say('gaps.unnamedIn', { community: estate }) : `${estate} ${own}`
  }
  const nameOfRow = ({ building }: GapRow): string => {
    const estate = building.areas.estate === null ? null : areas.estates.get(building.areas.estate) ?? null
    return nameIn(building.name, estate) || (building.community ? speech.say('gaps.unnamedIn', { community: building.community }) : speech.say('gaps.unnamed'))
  }
  return { nameIn, nameOfRow }
}
