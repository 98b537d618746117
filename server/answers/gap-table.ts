import type { GapRow } from '../../geodata/contract/coverage.ts'
import { headings, noteLabels, residentsFrom } from '../../geodata/words/exports.ts'
import { reasonWords } from '../../geodata/words/reasons.ts'
import { listTexts } from '../../geodata/words/lists.ts'
import { fillSentence, type Language } from '../../geodata/words/sentence.ts'
import { groupWords, metricWords, profileWords, stateWords } from '../../geodata/words/terms.ts'
import { kOf } from '../security/k.ts'
import { areaName } from './describe.ts'
import { demoMark } from './export-file.ts'
import type { gapsHead } from './gaps.ts'
import type { OpenCity } from './open-city.ts'
import type { CellValue, Table } from './table.ts'

/** Residents as a file tells them: the number, "<k" for fewer, a star where the number would give such a one away. */
export type ExportedGap = GapRow & { residentsText: string }

/** The list of left-out buildings as a table for people. */
export function gapTable(open: OpenCity, head: ReturnType<typeof gapsHead>, rows: readonly ExportedGap[], language: Language): Table {
  const name = (code: string | null): CellValue => (code === null ? null : areaName(open, code))
  return {
    name: language === 'zh' ? '服务空白' : 'gaps',
    headings: headings[language],
    rows: rows.map(({ building, ...row }) => [
      building.id, building.name, name(building.areas.street), name(building.areas.community), name(building.areas.grid), name(building.areas.estate),
      row.residents ?? row.residentsText, residentsFrom[language][row.counted ? 0 : 1], stateWords[row.state][language], reasonWords[row.reason][language],
      row.nearest?.name ?? null, row.nearest?.metres ?? null, row.nearest?.minutes ?? null, row.nearest?.missesByMetres ?? null, building.position[0], building.position[1], row.sentence,
    ]),
    notesName: language === 'zh' ? '说明' : 'notes',
    notes: notesOf(open, head, rows, language),
  }
}

function notesOf(open: OpenCity, head: ReturnType<typeof gapsHead>, rows: readonly ExportedGap[], language: Language): Table['notes'] {
  const { question } = head
  const labels = noteLabels[language]
  const notes: [string, CellValue][] = [
    [labels.city, open.identity.name], [labels.area, question.areaName ?? labels.whole], [labels.category, question.categoryName], [labels.group, groupWords[question.group][language]],
    [labels.limit, `${question.limitMetres} m / ${question.limitMinutes} min`], [labels.metric, metricWords[question.metric][language]], [labels.profile, profileWords[question.profile][language]],
    [labels.rule, head.rule], ...(question.asOf === null ? [] : [[labels.asOf, question.asOf] as [string, CellValue]]), [labels.buildings, head.total], [labels.residents, head.totalResidents ?? '*'], ...(rows.some((row) => row.residents === null) ? [[labels.hidden, fillSentence(listTexts.few, { k: kOf(open.catalogue) }, language)] as [string, CellValue]] : []), [labels.dataDate, head.dataDate], [labels.dataVersion, head.dataVersion],
    [labels.catalogue, head.catalogueVersion], [labels.attribution, open.identity.attribution],
  ]
  return open.identity.demo ? [[labels.notice, demoMark[language]], ...notes] : notes
}
