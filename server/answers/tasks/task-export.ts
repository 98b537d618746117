import type { QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { tasksExport } from '../../../geodata/contract/tasks.ts'
import { choiceWord, sheetWords } from '../../../geodata/words/sheets/all.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { measureWords, originWords, type Measure } from '../../../geodata/words/tasks.ts'
import { csvOf } from '../csv.ts'
import { demoMark, fileName, mediaTypes } from '../export-file.ts'
import type { OpenCity } from '../open-city.ts'
import { textBytes, type Reply } from '../reply.ts'
import { registerInput } from '../registers/register-input.ts'
import type { CellValue, Table } from '../table.ts'
import { xlsxOf } from '../xlsx.ts'
import { chosenTasks, overdueDays, type TaskRow } from './task-list.ts'

const fields = ['origin', 'subject', 'owner', 'opened', 'due', 'state', 'closed', 'measure', 'before', 'after', 'note'] as const
const overdueWords = { zh: '超期天数', en: 'days overdue' }
const areaWords = { zh: '区域', en: 'area' }
const nameWords = { zh: '事项', en: 'task' }

/** The list as it stands on screen, as a file. */
export async function taskExport(open: OpenCity, { format, ...query }: QueryOf<typeof tasksExport>, reader: Reader, language: Language): Promise<Reply> {
  const input = await registerInput(open, { area: query.area ?? null, day: open.day }, reader)
  const rows = chosenTasks(input, query)
  const words = sheetWords.task
  const cell = (row: TaskRow, field: (typeof fields)[number]): CellValue => {
    const value = row.fields[field]
    if (value === null) return null
    if (field === 'origin') return originWords[row.fields.origin][language]
    if (field === 'state') return choiceWord('task.state', row.fields.state, language)
    if (field === 'measure') return row.fields.measure in measureWords ? measureWords[row.fields.measure as Measure][language] : row.fields.measure
    return value
  }
  const table: Table = {
    name: words.name[language], headings: [nameWords[language], areaWords[language], overdueWords[language], ...fields.map((field) => words.fields[field][language])],
    rows: rows.map((row) => [row.name, row.area === null ? null : (input.areas.of(row.area)?.name ?? row.area), overdueDays(input, row), ...fields.map((field) => cell(row, field))]),
    notesName: language === 'zh' ? '说明' : 'notes', notes: [...(open.identity.demo ? [[demoMark[language], ''] as [string, CellValue]] : []), [language === 'zh' ? '日期' : 'day', input.day]],
  }
  const body = format === 'csv' ? textBytes(csvOf(table)) : format === 'xlsx' ? xlsxOf(table) : textBytes(JSON.stringify(geojson(open, rows, table)))
  const name = fileName([open.identity.name, words.name[language], input.day], open.identity.demo, format, language)
  return { body, mediaType: mediaTypes[format], headers: { 'content-disposition': `attachment; filename="tasks.${format}"; filename*=UTF-8''${encodeURIComponent(name)}` } }
}

function geojson(open: OpenCity, rows: readonly TaskRow[], { headings, rows: cells }: Table): object {
  return {
    type: 'FeatureCollection', name: open.identity.name, notice: open.identity.demo ? demoMark.zh : null,
    features: rows.flatMap((row, at) => (row.position ? [{ type: 'Feature', id: row.id, geometry: { type: 'Point', coordinates: row.position }, properties: Object.fromEntries(headings.map((heading, column) => [heading, cells[at][column]])) }] : [])),
  }
}
