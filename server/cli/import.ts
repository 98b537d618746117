import type { ImportReport } from '../../geodata/intake/report.ts'
import { datumFrom, datums, type Datum } from '../../geodata/intake/datum.ts'
import type { CityIdentity } from '../../geodata/model/city.ts'
import { expectationWords } from '../../geodata/words/expectation.ts'
import { importReportLines } from '../../geodata/words/importReport.ts'
import { issueText } from '../../geodata/words/issues.ts'
import { readSource, sourceKinds, type Source, type SourceKind } from '../files/source.ts'
import { seedCatalogue } from '../plant.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import type { LoadSummary } from '../store/store.ts'
import { CommandError, type Command, type Values } from './command.ts'

export const importCommand: Command = {
  name: 'import', words: 'PATH…', zh: '导入真实数据：OSM、GeoJSON、shapefile；全部写入或一点不写', en: 'take in real data: OSM, GeoJSON, shapefile; all of it or nothing',
  options: [
    { name: 'datum', value: `${datums.join('|')}|EPSG:N`, zh: '坐标系，默认按文件所述', en: 'datum, by default as the file says' },
    { name: 'as', value: sourceKinds.join('|'), zh: '文件里是什么', en: 'what the file holds' },
    { name: 'name', value: 'TEXT', zh: '城市的名字，默认取文件名', en: 'name of the city, by default the file\'s' },
    { name: 'dry-run', value: null, zh: '只检查，不写入', en: 'check only, write nothing' },
    { name: 'replace', value: null, zh: '替换库里已有的城市', en: 'replace the city that is there' },
  ],
  async run(words, values, terminal) {
    if (words.length === 0) throw new CommandError('missingPath', { command: 'import' })
    const options = { datum: datumOf(values), as: oneOf<SourceKind>(values, 'as', sourceKinds) }
    const store = await openStore(databasePath(terminal.dataFolder))
    try {
      const catalogue = await store.catalogue()
      const source = await readSource(words, { ...(options.datum && { datum: options.datum }), ...(options.as && { as: options.as }), catalogue: catalogue ?? seedCatalogue }, ({ file, stage, done, total }) =>
        terminal.progress(`读取 ${stage}: ${file} ${done} / ${total}`))
      if (!source.ok) {
        const sentences = (language: 'zh' | 'en'): string[] => source.issues.map((issue) => issueText(issue, language))
        terminal.failure({ issues: source.issues.map((issue, i) => ({ ...issue, message: sentences('zh')[i] })) }, [...sentences('zh'), ...sentences('en')])
        return 1
      }
      const replace = values['replace'] === true
      const dryRun = values['dry-run'] === true
      const identity = identityOf(replace ? null : await store.identity(), source.value, values)
      const summary = await store.load({
        identity, ...(catalogue ? {} : { catalogue: seedCatalogue }), records: source.value.records, actor: 'linli import', replace, dryRun,
        progress: (records) => terminal.progress(`已写入 ${records} 条 records written`),
      })
      terminal.answer({ city: identity.name, dryRun, report: source.value.report, ...summary }, lines(identity, source.value.report, summary, dryRun))
      return 0
    } finally {
      store.close()
    }
  },
}

function lines(identity: CityIdentity, report: ImportReport, { added, changed, same }: LoadSummary, dryRun: boolean): string[] {
  const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0)
  return [...importReportLines(report), `${identity.name}：新增 ${sum(added)} 条、更新 ${sum(changed)} 条、不变 ${sum(same)} 条${dryRun ? '（试运行，没有写入）' : ''}`]
}

/** A further source keeps the city's name and adds to what it rests on. */
function identityOf(existing: CityIdentity | null, { identity }: Source, values: Values): CityIdentity {
  const name = typeof values['name'] === 'string' ? values['name'] : null
  if (!existing) return { ...identity, name: name ?? identity.name, demo: false, mapApproval: '' }
  const attributions = [...new Set([...existing.attribution.split('; '), ...identity.attribution.split('; ')])].filter((text) => text !== '')
  const dates = [existing.sourceDate, identity.sourceDate].filter((date) => date !== null).toSorted()
  return { ...existing, ...(name !== null && { name }), demo: false, attribution: attributions.join('; '), sourceDate: dates.at(-1) ?? null }
}

function datumOf(values: Values): Datum | undefined {
  const found = values['datum']
  if (typeof found !== 'string') return undefined
  const datum = datumFrom(found)
  if (datum === null) throw new CommandError('badOption', { option: '--datum', expected: expectationWords({ kind: 'oneOf', values: [...datums, 'EPSG:4491'] }, 'zh'), found })
  return datum
}

function oneOf<T extends string>(values: Values, name: string, known: readonly T[]): T | undefined {
  const found = values[name]
  if (found === undefined) return undefined
  const value = known.find((one) => one === found)
  if (value === undefined) throw new CommandError('badOption', { option: `--${name}`, expected: expectationWords({ kind: 'oneOf', values: known }, 'zh'), found: String(found) })
  return value
}
