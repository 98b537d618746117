import { strToU8, Zip, ZipDeflate } from 'fflate'
import { harmless } from '../answers/csv.ts'
import type { CellValue } from '../answers/table.ts'

/** A workbook written sheet by sheet and row by row; nothing but the piece in hand is held (ECMA-376, texts inline). */
export type Workbook = {
  /** Begins a sheet. A list longer than a sheet goes on in another of that name with a number. */
  sheet(shape: SheetShape): void
  row(cells: readonly CellValue[]): void
  end(): void
}

/** headings: bold, they stay in sight; null: none, and the first column is bold. widths: of the columns, in signs. */
export type SheetShape = { name: string; headings: readonly string[] | null; widths: readonly number[] }

/** A sheet of Excel has 1,048,576 rows, a cell 32,767 signs, a name 31. */
const sheetRows = 1_048_576
const cellSigns = 32_767
const nameSigns = 31
const pieceSigns = 1 << 16

export function workbook(write: (piece: Uint8Array) => void): Workbook {
  const names: string[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    write(piece)
  })
  let open: { file: ZipDeflate; shape: SheetShape; part: number; rows: number; text: string } | null = null

  function say(text: string): void {
    if (!open) throw new Error('a row needs a sheet')
    open.text += text
    if (open.text.length < pieceSigns) return
    open.file.push(strToU8(open.text))
    open.text = ''
  }

  function begin(shape: SheetShape, part: number): void {
    finish()
    names.push(`${shape.name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, nameSigns - 5)}${part === 1 ? '' : ` ${part}`}`)
    open = { file: fileIn(zip, `xl/worksheets/sheet${names.length}.xml`), shape, part, rows: 0, text: '' }
    say(sheetHead(shape))
    if (shape.headings) put(shape.headings, () => true)
  }

  function put(cells: readonly CellValue[], isBold: (column: number) => boolean): void {
    if (open) open.rows++
    say(`<row>${cells.map((value, column) => cellText(value, isBold(column))).join('')}</row>`)
  }

  function finish(): void {
    if (!open) return
    say('</sheetData></worksheet>')
    open.file.push(strToU8(open.text), true)
    open = null
  }

  return {
    sheet: (shape) => begin(shape, 1),
    row(cells) {
      if (open && open.rows === sheetRows) begin(open.shape, open.part + 1)
      const labelled = open?.shape.headings === null
      put(cells, (column) => labelled && column === 0)
    },
    end() {
      finish()
      for (const [path, text] of frame(names)) fileIn(zip, path).push(strToU8(text), true)
      zip.end()
    },
  }
}

/** Level 3: two thirds of the time of the usual 6 for a tenth more bytes. */
function fileIn(zip: Zip, path: string): ZipDeflate {
  const file = new ZipDeflate(path, { level: 3 })
  zip.add(file)
  return file
}

function sheetHead({ headings, widths }: SheetShape): string {
  const pane = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')
  return `${declaration}<worksheet xmlns="${spreadsheet}main">${headings ? pane : ''}<cols>${columns}</cols><sheetData>`
}

/** Style 1 is bold. */
function cellText(value: CellValue, isBold: boolean): string {
  if (value === null) return '<c/>'
  if (typeof value === 'number') return Number.isFinite(value) ? `<c><v>${value}</v></c>` : '<c/>'
  return `<c t="inlineStr"${isBold ? ' s="1"' : ''}><is><t xml:space="preserve">${escaped(harmless(value).slice(0, cellSigns))}</t></is></c>`
}

/** Signs that XML does not have are left out; halves of pairs are replaced where text becomes bytes. */
const escaped = (text: string): string => text.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : '')).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts around the sheets. */
function frame(names: readonly string[]): [path: string, text: string][] {
  const each = (text: (name: string, number: number) => string): string => names.map((name, i) => text(escaped(name), i + 1)).join('')
  return [
    ['[Content_Types].xml', `${declaration}<Types xmlns="${packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`],
    ['_rels/.rels', `${declaration}<Relationships xmlns="${packages}relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `${declaration}<workbook xmlns="${spreadsheet}main" xmlns:r="${relationships}"><sheets>${each((name, n) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${declaration}<Relationships xmlns="${packages}relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`],
    ['xl/styles.xml', `${declaration}<styleSheet xmlns="${spreadsheet}main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],
  ]
}
