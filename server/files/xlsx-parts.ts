import type { RawCell } from '../../geodata/intake/sheets/table.ts'

/** A worksheet's XML with an address on every cell, and how far it reaches. ECMA-376 lets writers leave addresses out; the library does not. */
export function framed(xml: string): { text: string; rows: number; columns: number } {
  let [row, column, rows, columns] = [0, 0, 0, 0]
  const reach = (letters: string, number: number): void => {
    rows = Math.max(rows, number)
    columns = Math.max(columns, columnOf(letters))
  }
  const text = xml.replaceAll(/<(row|c)(?=[\s/>])([^>]*?)(\/?)>/g, (whole, tag: string, attributes: string, close: string) => {
    const stated = /\sr="([A-Z]{0,3})(\d{1,7})"/.exec(attributes)
    if (tag === 'row') {
      row = stated ? Number(stated[2]) : row + 1
      column = 0
      return stated ? whole : `<row r="${row}"${attributes}${close}>`
    }
    column = stated ? columnOf(stated[1]) : column + 1
    reach(lettersOf(column), stated ? Number(stated[2]) : row)
    return stated ? whole : `<c r="${lettersOf(column)}${row}"${attributes}${close}>`
  })
  return { text, rows, columns }
}

/** Ranges of merged cells, like A3:A7. */
export const mergesOf = (xml: string): string[] => [...xml.matchAll(/<mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g)].map((match) => match[1])

/** What is written once beside several rows is true of each of them: the first column of a merged range is filled downwards. */
export function fillMerged(rows: RawCell[][], merges: readonly string[]): void {
  for (const range of merges) {
    const [, letters, from, , to] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
    if (letters === undefined || from === to) continue
    const column = columnOf(letters) - 1
    const value = rows[Number(from) - 1]?.[column] ?? null
    for (let row = Number(from); row < Math.min(Number(to), rows.length); row++) {
      while (rows[row].length <= column) rows[row].push(null)
      rows[row][column] = value
    }
  }
}

/** Path of each worksheet in the package, by its name. */
export function worksheetsOf(workbook: string, relations: string): Map<string, string> {
  const targets = new Map([...relations.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/')]))
  return new Map([...workbook.matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => [attribute(tag, 'name'), targets.get(attribute(tag, 'r:id')) ?? '']))
}

const attribute = (tag: string, name: string): string => (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&')

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
const lettersOf = (column: number): string => (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))
