import type { AnswerOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { register } from '../../../geodata/contract/registers.ts'
import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import type { Headline, RegisterTable } from '../../../geodata/registers/register.ts'
import { registerWords } from '../../../geodata/words/registers/all.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import type { RegisterAsk } from './register-input.ts'
import { tableOf } from './register-tables.ts'
import { tellingOf, toldHeadline, type Telling } from './register-telling.ts'

type Told = AnswerOf<typeof register>['headlines']

/** Headlines with their names, each beside the median of the parent's other areas of the same level. */
export async function headlinesOf(open: OpenCity, code: RegisterCode, table: RegisterTable, ask: RegisterAsk, telling: Telling, reader: Reader, language: Language): Promise<Told> {
  const others = await othersOf(open, code, ask, reader)
  const words = registerWords[code]?.headlines
  return table.headlines.map((headline) => {
    const { value, of, kind } = toldHeadline(telling, headline, ask.area)
    const name = words?.[headline.code]
    return { code: headline.code, name: name?.name[language] ?? headline.code, value, of, ofName: name?.of?.[language] ?? '', kind, median: median(others.flatMap((list) => list.find((one) => one.code === headline.code)?.value ?? [])) }
  })
}

/** The same headlines of the areas beside the asked one. */
async function othersOf(open: OpenCity, code: RegisterCode, { area, day }: RegisterAsk, reader: Reader): Promise<readonly Headline[][]> {
  const { areas } = open.city
  const at = area === null ? undefined : areas.byCode.get(area)
  if (at === undefined || areas.parents[at] < 0) return []
  const lists: Headline[][] = []
  for (let i = 0; i < areas.count; i++) {
    if (i === at || areas.parents[i] !== areas.parents[at] || areas.levels[i] !== areas.levels[at]) continue
    const ask = { area: areas.codes[i], day }
    const made = await tableOf(open, code, ask, reader)
    if (!made || made.table.rows.length === 0) continue
    const telling = await tellingOf(open, code, ask, reader)
    lists.push(made.table.headlines.map((headline) => toldHeadline(telling, headline, ask.area)))
  }
  return lists
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  if (sorted.length === 0) return null
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
