import type { Price } from '../../model/offer.ts'
import { isDeniedName } from '../tables/denied.ts'
import type { Convert } from '../convert.ts'
import { partsOf, readAmount, readChoice, readCount, readDay, readDegrees, readFlag, readMonth, readText, readYear, shown, type Read } from './cells.ts'
import type { Column } from './form.ts'
import type { Found } from './area-names.ts'
import type { Known } from './known.ts'
import type { Layout } from './recognise.ts'
import { readPrices } from './prices.ts'
import { textOf, type RawCell, type SheetTable } from './table.ts'
import type { Trouble } from './trouble.ts'
import { isSheetCode } from './forms.ts'

/** What a row says, by column key: null where its cell is empty; keys that the table has no column for are absent. */
export type RowValues = { values: Map<string, unknown>; headings: ReadonlyMap<string, string>; troubles: Trouble[] }

/** As many signs as the contract takes by hand. */
const most = { id: 64, name: 80, text: 400, source: 120, hours: 400, phone: 40, address: 120, bring: 120, menu: 600, creditCode: 18 } as const

/** Reads the cells of a row; references to rows of the same sheet are left as they are written while `first` is true. */
export function rowValues({ number, cells }: SheetTable['rows'][number], layout: Layout, known: Known, convert: Convert | null, first: boolean): RowValues {
  const values = new Map<string, unknown>(Object.entries(layout.preset?.fixed ?? {}))
  const headings = new Map<string, string>()
  const troubles: Trouble[] = []
  const note = (column: string, code: Trouble['code'], more: Trouble['values'] = {}): void => { troubles.push({ row: number, column, code, values: more, fault: null }) }
  // Said first and alone: what stands beside such a name is not to be told either.
  const denied = cells.findIndex((cell) => typeof cell === 'string' && isDeniedName(cell))
  if (denied >= 0) return { values, headings, troubles: [{ row: number, column: layout.headings[denied] ?? '', code: 'deniedRow', values: {}, fault: null }] }

  const written = new Map<string, { cell: RawCell; heading: string; column: Column }>()
  layout.columns.forEach((column, i) => {
    if (!column) return
    headings.set(column.key, layout.headings[i])
    const cell = cells[i] ?? null
    if (textOf(cell) === '') {
      values.set(column.key, null)
      if (column.required && column.key !== 'area') note(layout.headings[i], 'required')
    } else if (typeof cell === 'string' && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(cell)) note(layout.headings[i], 'formulaError', { found: cell })
    else written.set(column.key, { cell, heading: layout.headings[i], column })
  })
  area(layout, known, values, written, note)
  for (const [key, { cell, heading, column }] of written) {
    if (column.kind === 'areaPart' || key === 'area') continue
    const read = valueOf(cell, column, layout, known, (values.get('area') ?? values.get('community') ?? null) as string | null, first)
    if ('value' in read) values.set(key, read.value)
    else note(heading, read.trouble.code, read.trouble.values)
  }
  place(values, written, convert, note)
  return { values, headings, troubles }
}

type Written = ReadonlyMap<string, { cell: RawCell; heading: string; column: Column }>
type Note = (column: string, code: Trouble['code'], more?: Trouble['values']) => void

/** One column with a code, a name or a path, or the names of 街道, 社区, 网格 side by side. Both: the column says it. */
function area({ form }: Layout, known: Known, values: Map<string, unknown>, written: Written, note: Note): void {
  const column = form.columns.find(({ key }) => key === 'area')
  if (!column) return
  const parts = [...written.values()].filter((one) => one.column.kind === 'areaPart')
  for (const key of values.keys()) if (key.startsWith('part.')) values.delete(key)
  const one = written.get('area')
  const heading = one?.heading ?? parts.at(-1)?.heading ?? column.words.zh
  const text = one ? textOf(one.cell) : parts.map(({ cell }) => textOf(cell)).join('/')
  if (text === '') {
    values.set('area', null)
    if (column.required) note(heading, 'required')
    return
  }
  const read = settled(known.areas.find(text), text, 'unknownArea', 'ambiguousArea')
  if ('value' in read) values.set('area', read.value)
  else note(heading, read.trouble.code, read.trouble.values)
}

/** Both or neither; in the city's datum afterwards. */
function place(values: Map<string, unknown>, written: Written, convert: Convert | null, note: Note): void {
  const [lon, lat] = [values.get('lon'), values.get('lat')]
  if (typeof lon === 'number' && typeof lat === 'number') {
    const [x, y] = convert ? convert([lon, lat]) : [lon, lat]
    values.set('lon', rounded(x)).set('lat', rounded(y))
    return
  }
  // A number that cannot be read has been told already.
  const [east, north] = [written.get('lon'), written.get('lat')]
  if (east && !north) note(east.heading, 'halfPosition')
  if (north && !east) note(north.heading, 'halfPosition')
}

/** Seven digits of a degree are a centimetre, as the store keeps them. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

function valueOf(cell: RawCell, { kind }: Column, layout: Layout, known: Known, area: string | null, first: boolean): Read<unknown> {
  if (typeof kind === 'object') {
    if ('choice' in kind) return kind.many ? several(partsOf(cell).map((part) => readChoice(part, kind.choice))) : readChoice(cell, kind.choice)
    if (kind.reference === layout.form.code && first) return { value: kind.many ? partsOf(cell) : textOf(cell) }
    return kind.many ? several(partsOf(cell).map((part) => referred(part, kind.reference, known))) : referred(textOf(cell), kind.reference, known)
  }
  switch (kind) {
    case 'count': return readCount(cell)
    case 'amount': return readAmount(cell)
    case 'flag': return readFlag(cell)
    case 'day': return readDay(cell, layout.preset?.minguo === true)
    case 'month': return readMonth(cell)
    case 'year': return readYear(cell)
    case 'lon': return readDegrees(cell, 180)
    case 'lat': return readDegrees(cell, 90)
    case 'area': return referred(textOf(cell), 'area', known)
    case 'areas': return several(partsOf(cell).map((part) => referred(part, 'area', known)))
    case 'unit': return settled(known.unit(textOf(cell), area), cell, 'unknownUnit', 'ambiguousUnit')
    case 'prices': return pricesOf(cell)
    case 'creditCode': return readText(textOf(cell).toUpperCase(), most.creditCode)
    case 'id': case 'name': case 'source': case 'hours': case 'phone': case 'address': case 'bring': case 'menu': return readText(cell, most[kind])
    case 'category': case 'areaPart': case 'text': return readText(cell, most.text)
  }
}

function pricesOf(cell: RawCell): Read<Price[]> {
  const read = readPrices(textOf(cell))
  return read.ok ? { value: read.prices } : { trouble: { code: 'badPrices', values: { found: shown(read.part) } } }
}

function referred(text: string, to: string, known: Known): Read<string> {
  if (to === 'area') return settled(known.areas.find(text), text, 'unknownArea', 'ambiguousArea')
  const found = to === 'facility' ? known.facility(text) : isSheetCode(to) ? known.entry(to, text) : 'none'
  return settled(found, text, 'unknownEntry', 'ambiguousEntry', { sheet: to })
}

/** Three candidates are enough to see what is meant. */
const candidatesShown = 3

function settled(found: Found, cell: RawCell, none: Trouble['code'], many: Trouble['code'], more: Trouble['values'] = {}): Read<string> {
  if (found === 'none') return { trouble: { code: none, values: { found: shown(cell), ...more } } }
  if ('one' in found) return { value: found.one }
  return { trouble: { code: many, values: { found: shown(cell), count: found.many.length, candidates: found.many.slice(0, candidatesShown).join('；'), ...more } } }
}

function several<T>(reads: readonly Read<T>[]): Read<T[]> {
  const values: T[] = []
  for (const read of reads) {
    if (!('value' in read)) return read
    if (!values.includes(read.value)) values.push(read.value)
  }
  return { value: values }
}
