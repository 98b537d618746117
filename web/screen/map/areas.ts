import { watch } from 'vue'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import { exchanges } from '../../../geodata/contract/first.ts'
import type { Box } from '../../../geodata/model/geometry.ts'
import { useClient } from '../../api/key.ts'
import { useCityStore } from '../../stores/city.ts'
import { useSpeechStore } from '../../stores/speech.ts'

export type AreaAnswer = AnswerOf<typeof exchanges.area>

/** As many are asked for at once: a lasso round a whole street does not queue behind itself. */
const atOnce = 6

/** Areas with their boxes and boundaries, each asked for once as long as the data stand. */
export const useAreaAnswers = () => {
  const client = useClient()
  const city = useCityStore()
  const speech = useSpeechStore()
  const known = new Map<string, Promise<AreaAnswer | null>>()
  watch(() => city.revision, () => known.clear())

  const areaOf = (code: string): Promise<AreaAnswer | null> => {
    const held = known.get(code)
    if (held) return held
    const asked = client.ask(exchanges.area, { path: { code }, lang: speech.lang }).then((outcome) => (outcome.ok ? outcome.value : null))
    known.set(code, asked)
    // What did not come is asked for again.
    void asked.then((value) => { if (!value) known.delete(code) })
    return asked
  }
  const areasOf = async (codes: readonly string[]): Promise<(AreaAnswer | null)[]> => {
    const found: (AreaAnswer | null)[] = []
    for (let at = 0; at < codes.length; at += atOnce) found.push(...await Promise.all(codes.slice(at, at + atOnce).map(areaOf)))
    return found
  }
  return { areaOf, areasOf }
}

/** The box round all of them; null for none. */
export const boxRound = (boxes: readonly (Box | null | undefined)[]): Box | null => boxes.reduce<Box | null>((all, box) => {
  if (!box) return all
  return all ? [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])] : box
}, null)
