import { CommandError, type Command, type Values } from './command.ts'
import { cityOptions, siteCity } from './siting-city.ts'
import { instanceOptions, solveInstance } from './siting-instance.ts'

const objective = { name: 'objective', value: 'maxCover|setCover|pMedian|pCentre', zh: '目标：最大覆盖、最少点位、总路程最短、最远的最近；算例写 p-median 或 p-centre', en: 'most residents, fewest sites, least walking in all, shortest longest walk; of an instance p-median or p-centre' }

export const sitingCommand: Command = {
  name: 'siting', words: null, zh: '选址：推荐最有用的点位，附理由和界；或求解公开算例', en: 'choosing sites: those that help most, with reasons and a bound; or a published instance',
  options: [...cityOptions, ...instanceOptions.map((option) => (option.name === 'objective' ? objective : option))],
  run(_, values, terminal) {
    checkTogether(values)
    return values['instance'] === undefined ? siteCity(values, terminal) : solveInstance(values, terminal)
  },
}

/** What the city alone, or an instance alone, would heed is refused rather than left out. */
function checkTogether(values: Values): void {
  const given = (options: readonly { name: string }[]): string | undefined => options.find(({ name }) => values[name] !== undefined)?.name
  if (values['instance'] === undefined) {
    if (values['format'] !== undefined) throw new CommandError('missingOption', { command: 'siting --format', option: '--instance' })
    return
  }
  const other = given(cityOptions)
  if (other !== undefined) throw new CommandError('conflictingOptions', { option: '--instance', other: `--${other}` })
}
