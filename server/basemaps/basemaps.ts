import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { basemaps as basemapsExchange } from '../../geodata/contract/basemaps.ts'
import type { BasemapFault } from '../../geodata/words/basemaps.ts'
import { openArchive, type Archive } from './archive.ts'
import { readEntries, type BasemapEntry } from './entries.ts'

type Basemap = AnswerOf<typeof basemapsExchange>['basemaps'][number]

/** What a deployment has put beside its data. `hosts`: origins a page may fetch tiles from, beside our own. */
export type Basemaps = { list: Basemap[]; hosts: string[]; archives: ReadonlyMap<string, Archive>; faults: BasemapFault[]; close(): Promise<void> }

export const noBasemaps: Basemaps = { list: [], hosts: [], archives: new Map(), faults: [], close: () => Promise.resolve() }

/** Pixels of a side of the tiles of a WMTS. */
const wmtsPixels = 256

/** Reads basemaps.json and the *.pmtiles of a folder, once at the start. What cannot be used is a fault and stops nothing. */
export async function openBasemaps(folder: string): Promise<Basemaps> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name === 'basemaps.json' || /^[^.].*\.pmtiles$/i.test(name)).toSorted()
  const { entries, faults } = names.includes('basemaps.json') ? await readFile(join(folder, 'basemaps.json'), 'utf8').then(readEntries, unreadable) : { entries: [], faults: [] }
  const listed = new Set(entries.flatMap((entry) => (entry.kind === 'pmtiles' ? [entry.file] : [])))
  const dropped = names.filter((name) => name !== 'basemaps.json' && !listed.has(name)).map((file): BasemapEntry => ({ kind: 'pmtiles', name: file.replace(/\.pmtiles$/i, ''), file, minZoom: 0, maxZoom: 22, attribution: '', mapApproval: '' }))
  const list: Basemap[] = []
  const archives = new Map<string, Archive>()
  for (const entry of [...entries, ...dropped]) {
    if (list.some((one) => one.name === entry.name)) continue
    const { name, minZoom, maxZoom, attribution, mapApproval } = entry
    if (entry.kind === 'wmts') {
      list.push({ name, kind: 'raster', tiles: entry.tiles, matrixSet: entry.matrixSet, tilePixels: wmtsPixels, minZoom, maxZoom, attribution, mapApproval, layers: [] })
      continue
    }
    try {
      const archive = await openArchive(join(folder, entry.file))
      archives.set(name, archive)
      list.push({
        name, kind: archive.kind, tiles: [`/tiles/outer/${encodeURIComponent(name)}/{z}/{x}/{y}`], matrixSet: 'w', tilePixels: archive.kind === 'vector' ? 512 : wmtsPixels,
        minZoom: archive.minZoom, maxZoom: archive.maxZoom, attribution: attribution || archive.attribution || entry.file, mapApproval, layers: archive.layers,
      })
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      faults.push({ where: entry.file, expected: missing ? 'file' : 'archive', found: missing ? 'nothing' : error instanceof Error ? error.message : String(error) })
    }
  }
  const hosts = [...new Set(list.flatMap((one) => one.tiles.filter((address) => !address.startsWith('/')).map((address) => new URL(address.replaceAll(/\{[xyz]\}/g, '0')).origin)))]
  return { list, hosts, archives, faults, close: async () => { for (const archive of archives.values()) await archive.close() } }
}

const unreadable = (error: unknown): ReturnType<typeof readEntries> => ({ entries: [], faults: [{ where: 'basemaps.json', expected: 'list', found: error instanceof Error && 'code' in error ? String(error.code) : 'nothing' }] })
