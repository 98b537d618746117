import { listName } from '../../geodata/words/jobs.ts'
import { listTexts } from '../../geodata/words/lists.ts'
import type { CellValue } from '../answers/table.ts'
import { columnWidths, lookedAt, noteWidths } from './column-widths.ts'
import { cellsOf, headingsOf } from './columns.ts'
import type { FileWriter } from './file-writer.ts'
import type { ListFile, ListHead } from './list-parts.ts'
import { notesOf } from './notes.ts'
import { workbook } from './workbook.ts'

/** The list on as many sheets as it needs, then the notes. The first rows wait until they have said how wide the columns are. */
export function xlsxList(head: ListHead, out: FileWriter): ListFile {
  const { language, list } = head
  const book = workbook((piece) => out.bytes(piece))
  const headings = headingsOf(list, head)
  let first: CellValue[][] | null = []

  function begin(rows: readonly CellValue[][]): void {
    first = null
    book.sheet({ name: listName(list, head.sheet, language), headings, widths: columnWidths(headings, rows) })
    for (const row of rows) book.row(row)
  }

  return {
    row(row) {
      const cells = cellsOf(row, head)
      if (first === null) book.row(cells)
      else if (first.push(cells) === lookedAt) begin(first)
    },
    end(tail) {
      if (first) begin(first)
      book.sheet({ name: listTexts.notes[language], headings: null, widths: noteWidths })
      for (const note of notesOf(head, tail)) book.row(note)
      book.end()
    },
  }
}
