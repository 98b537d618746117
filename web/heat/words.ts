import { useWords } from '../composables/words.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { fewSign } from '../text/numbers.ts'
import { useCityStore } from '../stores/city.ts'
import type { HeatAnswer, HeatCell, LegendRow } from './cells.ts'
import { isRate, lowIsWorse } from './heatQuery.ts'

/** Figures of the heat map in the reader's words; `nearest`: name of the community a cell lies near, null: unknown. */
export const useHeatWords = (nearest: (cell: Pick<HeatCell, 'ring'>) => string | null = () => null) => {
  const speech = useSpeechStore()
  const city = useCityStore()
  const words = useWords()

  /** A rate as a percentage, a whole number plain, anything else with at most two decimals; `few` sign for null. */
  const plain = (answer: Pick<HeatAnswer, 'measure'>, value: number | null): string => {
    if (value === null) return fewSign(city.k)
    if (isRate(answer.measure)) return words.share(value)
    return Number.isInteger(value) || value >= 100 ? words.count(value) : String(Number(value.toFixed(value < 1 ? 3 : value < 10 ? 2 : 1)))
  }
  /** With what it counts. */
  const figure = (answer: Pick<HeatAnswer, 'measure' | 'unit'>, value: number | null): string =>
    (value === null || isRate(answer.measure) || answer.unit === '' ? plain(answer, value) : speech.say('heat.figure', { value: plain(answer, value), unit: answer.unit }))

  /** A cell is known by the community whose name stands nearest, and the end of its code. */
  const cellName = (answer: Pick<HeatAnswer, 'shape'>, cell: Pick<HeatCell, 'id' | 'name' | 'ring'>): string => {
    if (cell.name !== null) return cell.name
    if (answer.shape !== 'hexagons') return speech.say('heat.area', { id: cell.id })
    const id = cell.id.replace(/f+$/, '').slice(-4)
    const near = nearest(cell)
    return near === null ? speech.say('heat.cell', { id }) : speech.say('heat.cellNear', { near, id })
  }
  /** What the figure of a cell is of. */
  const cellOf = (answer: HeatAnswer, cell: HeatCell): string => {
    if (isRate(answer.measure)) return speech.say('heat.ofEvents', { events: words.count(cell.of ?? cell.events) })
    if (answer.layer === 'supply') return cell.of === null ? '' : speech.say('heat.ofPeople', { people: words.count(cell.of) })
    if (answer.layer === 'gap') return cell.of === null ? '' : speech.say('heat.ofResidents', { people: words.count(cell.of) })
    if (answer.measure === 'perThousand' && cell.events !== null) return speech.say('heat.ofEvents', { events: words.count(cell.events) })
    if (cell.value !== null && answer.total !== null && answer.total > 0) return speech.say('heat.ofAll', { share: words.share(cell.value / answer.total) })
    return ''
  }
  const bounds = (answer: HeatAnswer, row: LegendRow): string => {
    if (row.step === 'few') return speech.say('heat.legend.few', { k: city.k })
    if (row.step === 'none') return speech.say(lowIsWorse(answer.layer, answer.measure) ? 'heat.legend.noBase' : 'heat.legend.none')
    const whole = answer.classes.every(Number.isInteger)
    const low = lowIsWorse(answer.layer, answer.measure)
    const from = row.from === null ? (low ? 0 : whole ? 1 : 0) : whole ? row.from + 1 : row.from
    if (whole && from === row.to) return figure(answer, row.to)
    return speech.say('heat.legend.range', { from: plain(answer, from), to: figure(answer, row.to) })
  }
  const month = (iso: string | null): string => {
    const [year, number] = (iso ?? '').split('-')
    return year && number ? speech.say('heat.month', { year, month: Number(number) }) : ''
  }
  return { plain, figure, cellName, cellOf, bounds, month }
}
