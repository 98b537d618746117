import { listName } from '../../geodata/words/jobs.ts'
import { listNotes, listTexts } from '../../geodata/words/lists.ts'
import { fillSentence } from '../../geodata/words/sentence.ts'
import { demoMark } from '../answers/export-file.ts'
import type { CellValue } from '../answers/table.ts'
import { countsPersons, type ListHead, type ListTail } from './list-parts.ts'

/** What must be known beside a list: label and value. */
export function notesOf(head: ListHead, { rows, hidden }: ListTail): (readonly [label: string, value: CellValue])[] {
  const { language, identity } = head
  const note = (name: keyof typeof listNotes, value: CellValue) => [listNotes[name][language], value] as const
  return [
    ...(identity.demo ? [note('notice', demoMark[language])] : []),
    note('city', identity.name), note('list', listName(head.list, head.sheet, language)), note('area', head.areaName ?? listTexts.whole[language]), note('asOf', head.asOf ?? listTexts.today[language]), note('rows', rows),
    ...(countsPersons(head) ? [note('hidden', hidden), note('rule', fillSentence(listTexts.few, { k: head.k }, language))] : []),
    note('dataDate', identity.sourceDate), note('dataVersion', head.dataVersion), note('catalogue', head.catalogue.version), note('attribution', identity.attribution),
  ]
}
