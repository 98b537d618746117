export type CellValue = string | number | null

/** A list as people read it: one row of headings, rows, and what must be known beside it (question, rule, dates), as label and value. */
export type Table = { name: string; headings: readonly string[]; rows: readonly (readonly CellValue[])[]; notesName: string; notes: readonly (readonly [label: string, value: CellValue])[] }
