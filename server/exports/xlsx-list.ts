import { listWords } from '../../geodata/words/jobs.ts'
import { listHeadings, listTexts } from '../../geodata/words/lists.ts'
import { cellsOf, headingsOf } from './columns.ts'
import type { FileWriter } from './file-writer.ts'
import type { ListFile, ListHead } from './list-file.ts'
import { notesOf } from './notes.ts'
import { workbook } from './workbook.ts'

/** The list on as many sheets as it needs, then the notes. */
export function xlsxList(head: ListHead, out: FileWriter): ListFile {
  const { language, list } = head
  const book = workbook((piece) => out.bytes(piece))
  book.sheet(listWords[list][language], headingsOf(list).map((heading) => listHeadings[heading][language]))
  return {
    row: (row) => book.row(cellsOf(row, head)),
    end(tail) {
      book.sheet(listTexts.notes[language], null)
      for (const note of notesOf(head, tail)) book.row(note)
      book.end()
    },
  }
}
