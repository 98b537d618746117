import { datumFrom, datums, type Datum } from '../../geodata/intake/datum.ts'
import type { FormCode } from '../../geodata/intake/sheets/form.ts'
import { formCodes, formOf } from '../../geodata/intake/sheets/forms.ts'
import { formNamed } from '../../geodata/intake/sheets/recognise.ts'
import { expectationWords } from '../../geodata/words/expectation.ts'
import { issueText } from '../../geodata/words/issues.ts'
import { jobReportLines } from '../../geodata/words/jobs.ts'
import { importFiles } from '../files/import-files.ts'
import { accountLines, settleAccounts } from '../first-accounts.ts'
import { readSource, sourceKinds, type SourceKind } from '../files/source.ts'
import { seedCatalogue } from '../plant.ts'
import { openAccounts } from '../store/open-accounts.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import { holidaysInto } from './import-holidays.ts'
import { reportsInto } from './import-reports.ts'
import { CommandError, type Command, type Values } from './command.ts'

export const importCommand: Command = {
  name: 'import', words: 'PATH…', zh: '导入真实数据：地图（OSM、GeoJSON、shapefile）或台账表格（csv、xlsx）', en: 'take in real data: maps (OSM, GeoJSON, shapefile) or sheets of the registers (csv, xlsx)',
  options: [
    { name: 'datum', value: `${datums.join('|')}|EPSG:N`, zh: '坐标系，默认按文件所述', en: 'datum, by default as the file says' },
    { name: 'as', value: `${sourceKinds.join('|')}|seat…|holidays|reports`, zh: '文件里是什么；表格写表的代码或名字；holidays 为放假调休安排，reports 为公众版服务器收到的纠错', en: 'what the file holds; of sheets their code or name; holidays: arrangements of days off; reports: what a public server received' },
    { name: 'name', value: 'TEXT', zh: '城市的名字，默认取文件名', en: 'name of the city, by default the file\'s' },
    { name: 'dry-run', value: null, zh: '只检查，不写入', en: 'check only, write nothing' },
    { name: 'replace', value: null, zh: '替换库里已有的城市', en: 'replace the city that is there' },
  ],
  async run(words, values, terminal) {
    if (words.length === 0) throw new CommandError('missingPath', { command: 'import' })
    if (values['as'] === 'reports') return reportsInto(words, values['dry-run'] === true, terminal)
    if (values['as'] === 'holidays') return holidaysInto(words, values['dry-run'] === true, terminal)
    const datum = datumOf(values), as = kindNamed(values)
    const dryRun = values['dry-run'] === true
    const path = databasePath(terminal.dataFolder)
    const store = await openStore(path)
    const accounts = openAccounts(path, (error) => { console.error(error) })
    try {
      const imported = await importFiles(store, {
        paths: words, ...(datum && { datum }), ...(as && { as }), name: typeof values['name'] === 'string' ? values['name'] : null, dryRun, replace: values['replace'] === true, actor: 'linli import',
      }, {
        read: readSource,
        reading: ({ file, stage, done, total }) => terminal.progress(`读取 ${stage}: ${file} ${done} / ${total}`),
        writing: (records) => terminal.progress(`已写入 ${records} 条 records written`),
      })
      if (!imported.ok) {
        const sentences = (language: 'zh' | 'en'): string[] => imported.issues.map((issue) => issueText(issue, language))
        terminal.failure({ issues: imported.issues.map((issue, i) => ({ ...issue, message: sentences('zh')[i] })) }, [...sentences('zh'), ...sentences('en')])
        return 1
      }
      const { city, report, summary, counts } = imported.value
      const settled = dryRun ? { made: [], retired: [] } : await settleAccounts(accounts, store)
      terminal.answer({ city, dryRun, report, ...summary, accounts: settled.made }, [...jobReportLines({ kind: 'import', city, report, ...counts, dryRun }, 'zh'), ...accountLines(settled)])
      return 0
    } finally {
      accounts.close()
      store.close()
    }
  },
}

function datumOf(values: Values): Datum | undefined {
  const found = values['datum']
  if (typeof found !== 'string') return undefined
  const datum = datumFrom(found)
  if (datum === null) throw new CommandError('badOption', { option: '--datum', expected: expectationWords({ kind: 'oneOf', values: [...datums, 'EPSG:4491'] }, 'zh'), found })
  return datum
}

/** A kind of map data, or a sheet by its code or name. */
function kindNamed(values: Values): SourceKind | FormCode | undefined {
  const found = values['as']
  if (found === undefined) return undefined
  const kind = sourceKinds.find((one) => one === found) ?? formCodes.find((code) => code === found) ?? (typeof found === 'string' ? formNamed(found, formCodes.map((code) => formOf(code, seedCatalogue)))?.code : undefined)
  if (kind === undefined) throw new CommandError('badOption', { option: '--as', expected: expectationWords({ kind: 'oneOf', values: [...sourceKinds, ...formCodes, 'holidays', 'reports'] }, 'zh'), found: String(found) })
  return kind
}
