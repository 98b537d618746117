import { byteOrderMark, csvLine } from '../answers/csv.ts'
import { cellsOf, headingsOf } from './columns.ts'
import type { FileWriter } from './file-writer.ts'
import type { ListFile, ListHead } from './list-parts.ts'
import { notesOf } from './notes.ts'

/** The list, an empty line, the notes. */
export function csvList(head: ListHead, out: FileWriter): ListFile {
  out.text(byteOrderMark + csvLine(headingsOf(head.list, head)))
  return {
    row: (row) => out.text(csvLine(cellsOf(row, head))),
    end: (tail) => { for (const line of [[], ...notesOf(head, tail)]) out.text(csvLine(line)) },
  }
}
