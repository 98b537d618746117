import type { Position } from '../../../geodata/model/geometry.ts'

/** A place of the reader's own list. `line`: where it stands in the file. */
export type OwnPlace = { id: string; name: string; position: Position; costYuan?: number; line: number }
/** What is wrong with a line, beginning at 1; `found`: what stands there. */
export type OwnFault = { line: number; fault: 'columns' | 'name' | 'lon' | 'lat' | 'cost' | 'outside' | 'tooMany'; found: string }
export type OwnList = { places: OwnPlace[]; faults: OwnFault[] }

export const mostOwn = 2000
const longestName = 80
const headings = {
  name: ['name', '\u540D\u79F0', '\u540D\u5B57'], lon: ['lon', 'lng', 'longitude', '\u7ECF\u5EA6', 'x'], lat: ['lat', 'latitude', '\u7EAC\u5EA6', 'y'],
  cost: ['cost', 'cost (yuan)', '\u9020\u4EF7', '\u6295\u8D44', '\u8D39\u7528', '\u9020\u4EF7\uFF08\u5143\uFF09', '\u9020\u4EF7(\u5143)'],
} as const

/** A list of places as CSV or as cells copied from a sheet: name, longitude, latitude, cost in yuan (may be left out), with or without a first line of headings. `box`: of the city; what lies outside is none of it. */
export const readOwn = (text: string, box: readonly [number, number, number, number] | null): OwnList => {
  const rows = rowsOf(text.replace(/^\uFEFF/, '')).filter(({ cells }) => cells.some((cell) => cell !== ''))
  const named = (cells: readonly string[], words: readonly string[]): number => cells.findIndex((cell) => words.includes(cell.toLowerCase()))
  const head = rows[0]?.cells ?? []
  const [lonAt, latAt] = [named(head, headings.lon), named(head, headings.lat)]
  const hasHead = lonAt >= 0 && latAt >= 0
  const at = hasHead ? { name: named(head, headings.name), lon: lonAt, lat: latAt, cost: named(head, headings.cost) } : { name: 0, lon: 1, lat: 2, cost: 3 }
  const list: OwnList = { places: [], faults: [] }
  for (const { line, cells } of rows.slice(hasHead ? 1 : 0)) {
    const fault = (which: OwnFault['fault'], found: string): void => { list.faults.push({ line, fault: which, found }) }
    const [name = '', east = '', north = '', cost = ''] = [cells[at.name], cells[at.lon], cells[at.lat], cells[at.cost]]
    const [lon, lat, yuan] = [Number(east), Number(north), Number(cost.replace(/[,\s]/g, ''))]
    if (cells.length < 3) fault('columns', String(cells.length))
    else if (name === '' || name.length > longestName) fault('name', name)
    else if (east === '' || !(Math.abs(lon) <= 180)) fault('lon', east)
    else if (north === '' || !(Math.abs(lat) <= 85)) fault('lat', north)
    else if (!(yuan >= 0 && yuan <= 1e12)) fault('cost', cost)
    else if (box && !(lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3])) fault('outside', `${east}, ${north}`)
    else if (list.places.length === mostOwn) { fault('tooMany', String(mostOwn)); break }
    else list.places.push({ id: `own-${list.places.length + 1}`, name, position: [lon, lat], ...(cost !== '' && { costYuan: yuan }), line })
  }
  return list
}

/** Cells of each line, between commas or tabs; within quotes anything may stand. */
function rowsOf(text: string): { line: number; cells: string[] }[] {
  const sign = text.split(/\r?\n/, 1)[0].includes('\t') ? '\t' : ','
  const rows: { line: number; cells: string[] }[] = []
  let line = 1, cell = '', quoted = false, row: { line: number; cells: string[] } = { line, cells: [] }
  const endCell = (): void => {
    row.cells.push(cell.trim())
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (letter === '\n') line++
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[i + 1] === '"') { cell += '"'; i++ }
      else quoted = false
    } else if (letter === '"' && cell.trim() === '') { quoted = true; cell = '' }
    else if (letter === sign || (sign === ',' && letter === '\uFF0C')) endCell()
    else if (letter === '\n') {
      endCell()
      rows.push(row)
      row = { line, cells: [] }
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  return [...rows, row]
}
