import { computed } from 'vue'
import { register } from '../../../geodata/contract/registers.ts'
import type { WallSubject } from '../../../geodata/model/wall.ts'
import { useClient } from '../../api/key.ts'
import { useAsked } from '../../composables/asked.ts'
import type { OverlayThread } from '../../map/overlay/shapes.ts'

/** What is asked about units, and so about whom they are paired with. */
const aboutUnits: readonly WallSubject[] = ['opened', 'vacant', 'fillSeats', 'fewReported']
export const concernsUnits = (subject: WallSubject | null): boolean => subject !== null && aboutUnits.includes(subject)

/** Pairings as curves from a unit to the community it is paired with, for what concerns units; none for all else. */
export const usePairings = (asked: () => { subject: WallSubject | null; area: string | null; month: string | null }) => {
  const client = useClient()
  const { answer } = useAsked(() => {
    const { subject, area, month } = asked()
    return concernsUnits(subject) ? { ...(area ? { area } : {}), ...(month ? { month } : {}), limit: 1 } : null
  }, (query, lang, signal) => client.ask(register, { path: { code: 'pairings' }, query, lang, signal }))
  return computed<readonly OverlayThread[]>(() => (concernsUnits(asked().subject)
    ? (answer.value?.map?.lines ?? []).map(({ from, to, count, row }, at) => ({ id: `${row} ${at}`, name: '', from, to, count })) : []))
}
