import type { BasemapExpected, BasemapFault } from '../../geodata/words/basemaps.ts'

/** One row of basemaps.json that can be used. */
export type BasemapEntry = { name: string; minZoom: number; maxZoom: number; attribution: string; mapApproval: string } & (
  | { kind: 'wmts'; matrixSet: 'w' | 'c'; tiles: string[] }
  | { kind: 'pmtiles'; file: string }
)

/** Levels of Tianditu's sets (DOMAIN 6.2); a row may say others. */
const usualZooms = [1, 18] as const
const mostZoom = 22
const mostNameSigns = 80
/** Subdomains that {s} stands for, when the row names none: t0 to t7 of Tianditu. */
const usualSubdomains = ['0', '1', '2', '3', '4', '5', '6', '7']

/** Reads the text of basemaps.json: the rows that can be used, and what is wrong with the others. A fault never quotes an address or a key. */
export function readEntries(text: string): { entries: BasemapEntry[]; faults: BasemapFault[] } {
  let rows: unknown
  try {
    rows = JSON.parse(text)
  } catch {
    return { entries: [], faults: [{ where: 'basemaps.json', expected: 'list', found: 'no JSON' }] }
  }
  if (!Array.isArray(rows)) return { entries: [], faults: [{ where: 'basemaps.json', expected: 'list', found: kindOf(rows) }] }
  const entries: BasemapEntry[] = [], faults: BasemapFault[] = []
  rows.forEach((row: unknown, at) => {
    try {
      const entry = readEntry(row)
      if (entries.some((other) => other.name === entry.name)) throw new Unfit('name', 'name', JSON.stringify(entry.name))
      entries.push(entry)
    } catch (error) {
      if (!(error instanceof Unfit)) throw error
      faults.push({ where: `basemaps.json[${at}]${error.entry === '' ? '' : `.${error.entry}`}`, expected: error.expected, found: error.found })
    }
  })
  return { entries, faults }
}

class Unfit extends Error {
  readonly entry: string
  readonly expected: BasemapExpected
  readonly found: string
  constructor(entry: string, expected: BasemapExpected, found: string) {
    super(expected)
    this.entry = entry
    this.expected = expected
    this.found = found
  }
}

function readEntry(row: unknown): BasemapEntry {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Unfit('', 'object', kindOf(row))
  const said = row as Readonly<Record<string, unknown>>
  const { name, kind } = said
  if (typeof name !== 'string' || name.trim() === '' || [...name].length > mostNameSigns) throw new Unfit('name', 'name', quoted(name))
  if (kind !== 'wmts' && kind !== 'pmtiles') throw new Unfit('kind', 'kind', quoted(kind))
  const [minZoom, maxZoom] = [said['minZoom'] ?? usualZooms[0], said['maxZoom'] ?? usualZooms[1]]
  for (const [entry, zoom] of [['minZoom', minZoom], ['maxZoom', maxZoom]] as const) if (!Number.isInteger(zoom) || Number(zoom) < 0 || Number(zoom) > mostZoom) throw new Unfit(entry, 'zooms', quoted(zoom))
  if (Number(minZoom) > Number(maxZoom)) throw new Unfit('minZoom', 'zooms', quoted(minZoom))
  const shared = { name: name.trim(), minZoom: Number(minZoom), maxZoom: Number(maxZoom), attribution: textOf(said, 'attribution'), mapApproval: textOf(said, 'mapApproval') }
  if (kind === 'pmtiles') {
    const { file } = said
    // A name and no path: what lies elsewhere is not ours to serve.
    if (typeof file !== 'string' || !/^[^/\\]+\.pmtiles$/i.test(file)) throw new Unfit('file', 'file', quoted(file))
    return { ...shared, kind, file }
  }
  if (shared.attribution === '') throw new Unfit('attribution', 'attribution', quoted(said['attribution']))
  const matrixSet = said['matrixSet'] ?? 'w'
  if (matrixSet !== 'w' && matrixSet !== 'c') throw new Unfit('matrixSet', 'matrixSet', quoted(matrixSet))
  return { ...shared, kind, matrixSet, tiles: tilesOf(said) }
}

/** Addresses of the tiles, one for each subdomain, with the layers and the key put in. */
function tilesOf(said: Readonly<Record<string, unknown>>): string[] {
  const { url } = said
  if (typeof url !== 'string' || !['{z}', '{x}', '{y}'].every((part) => url.includes(part))) throw new Unfit('url', 'url', typeof url === 'string' ? 'a text without them' : kindOf(url))
  const [layers, key] = [textOf(said, 'layers'), textOf(said, 'key')]
  if (url.includes('{key}') && key === '') throw new Unfit('key', 'key', kindOf(said['key']))
  const filled = url.replaceAll('{layers}', encodeURIComponent(layers)).replaceAll('{key}', encodeURIComponent(key))
  const named = said['subdomains']
  const subdomains = Array.isArray(named) && named.length > 0 && named.every((one) => typeof one === 'string' && /^[a-z0-9-]+$/i.test(one)) ? (named as string[]) : usualSubdomains
  const tiles = filled.includes('{s}') ? subdomains.map((one) => filled.replaceAll('{s}', one)) : [filled]
  for (const address of tiles) {
    const probe = address.replaceAll(/\{[xyz]\}/g, '0')
    const host = /^https?:\/\/([^/?#]+)/i.exec(address)?.[1] ?? '{'
    if (/[{}@;,'"\s*\\]/.test(host) || !URL.canParse(probe)) throw new Unfit('url', 'url', 'another address')
  }
  return tiles
}

function textOf(said: Readonly<Record<string, unknown>>, name: string): string {
  const found = said[name] ?? ''
  if (typeof found !== 'string') throw new Unfit(name, 'text', kindOf(found))
  return found.trim()
}

const kindOf = (value: unknown): string => (value === undefined ? 'nothing' : value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value)
const quoted = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? JSON.stringify(value) : kindOf(value))
