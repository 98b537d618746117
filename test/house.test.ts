import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** The import law of the house, stated as data and held against every file. */
const root = fileURLToPath(new URL('..', import.meta.url))

type Room = { folder: string; mayImport: readonly string[]; packages: readonly string[] | 'any' }

const rooms: readonly Room[] = [
  { folder: 'geodata/model', mayImport: ['geodata/model'], packages: [] },
  { folder: 'geodata/contract', mayImport: ['geodata/model', 'geodata/contract', 'geodata/hours'], packages: ['zod/mini'] },
  { folder: 'geodata/words', mayImport: ['geodata/model', 'geodata/words', 'geodata/contract', 'geodata/hours', 'geodata/kernel', 'geodata/intake'], packages: [] },
  { folder: 'geodata/kernel', mayImport: ['geodata/model', 'geodata/kernel'], packages: [] },
  { folder: 'geodata/registers', mayImport: ['geodata/model', 'geodata/kernel', 'geodata/registers'], packages: [] },
  { folder: 'geodata/hours', mayImport: ['geodata/model', 'geodata/hours'], packages: [] },
  { folder: 'geodata/intake', mayImport: ['geodata/model', 'geodata/intake', 'geodata/kernel', 'geodata/words', 'geodata/hours'], packages: ['gcoord', '@turf/turf'] },
  { folder: 'seeds', mayImport: ['geodata', 'seeds'], packages: [] },
  { folder: 'server', mayImport: ['geodata', 'server'], packages: 'any' },
  { folder: 'web', mayImport: ['geodata/model', 'geodata/contract', 'geodata/words', 'geodata/hours', 'web'], packages: 'any' },
]

/** Doors that one file alone may open. */
const doors: readonly { file: RegExp; mayImport: string }[] = [
  { file: /^server\/plant\.ts$/, mayImport: 'seeds' },
  { file: /^web\/workers\//, mayImport: 'geodata/kernel' },
]

const files = ['geodata', 'seeds', 'server', 'web', 'test'].flatMap((folder) => sourcesUnder(join(root, folder)))
const imports = new Map(files.map((file) => [file, importsOf(file)]))

describe('import law', () => {
  for (const room of rooms) {
    test(`${room.folder} imports only what the law allows`, () => {
      const broken: string[] = []
      for (const [file, targets] of imports) {
        if (!file.startsWith(`${room.folder}/`)) continue
        for (const target of targets) if (!allowed(room, file, target)) broken.push(`${file} -> ${target}`)
      }
      expect(broken).toEqual([])
    })
  }

  test('every source file belongs to a room of the law or to test', () => {
    const homeless = files.filter((file) => !file.startsWith('test/') && !rooms.some((room) => file.startsWith(`${room.folder}/`)))
    expect(homeless).toEqual([])
  })

  test('no file imports itself by any path', () => {
    expect(cycleIn(imports)).toBeNull()
  })

  test('routes hold no SQL and the store knows no HTTP', () => {
    const sql = files.filter((file) => file.startsWith('server/routes/') && /\b(SELECT|INSERT|UPDATE|DELETE)\s/.test(text(file)))
    const http = files.filter((file) => file.startsWith('server/store/') && [...(imports.get(file) ?? [])].some((target) => /^(hono|@hono|node:http)/.test(target)))
    expect({ sql, http }).toEqual({ sql: [], http: [] })
  })

  test('map layers and charts import no Vue', () => {
    const broken = files.filter((file) => /^web\/(map\/layers|charts)\/.*\.ts$/.test(file) && [...(imports.get(file) ?? [])].some((target) => /^(vue|pinia|vue-router)$/.test(target)))
    expect(broken).toEqual([])
  })

  test('exactly one file touches the map library', () => {
    const touching = files.filter((file) => file.startsWith('web/') && /new\s+(maplibregl\.)?Map(Libre)?\s*\(\s*\{/.test(text(file)) && text(file).includes('maplibre-gl'))
    expect(touching).toEqual(['web/map/open.ts'])
  })

  test('the ground floor reads no clock and throws no dice', () => {
    const broken = files.filter((file) => file.startsWith('geodata/') && /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(text(file)))
    expect(broken).toEqual([])
  })

  test('only text and words hold Chinese sentences on the web', () => {
    const broken = files.filter((file) => file.startsWith('web/') && !file.startsWith('web/text/') && /[\u4e00-\u9fff]/.test(withoutComments(text(file))))
    expect(broken).toEqual([])
  })

  test('no file is longer than 300 lines', () => {
    const long = files.filter((file) => text(file).split('\n').length > 301)
    expect(long).toEqual([])
  })
})

describe('packages', () => {
  test('every package imported is declared, and every dependency declared is imported', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> }
    const used = new Set<string>()
    for (const targets of [...imports.values(), importsOf('vite.config.ts')]) for (const target of targets) if (!target.startsWith('.') && !isRoom(target) && !target.startsWith('node:')) used.add(packageName(target))
    const undeclared = [...used].filter((name) => !(name in manifest.dependencies) && !(name in manifest.devDependencies))
    const unused = Object.keys(manifest.dependencies).filter((name) => !used.has(name))
    expect({ undeclared, unused }).toEqual({ undeclared: [], unused: [] })
  })

  test('the lock file names no registry', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "http/)
  })
})

function allowed(room: Room, file: string, target: string): boolean {
  if (target.startsWith('node:')) return room.folder === 'server'
  if (!isRoom(target)) return room.packages === 'any' || room.packages.includes(target)
  if (room.mayImport.some((folder) => target.startsWith(`${folder}/`))) return true
  return doors.some((door) => door.file.test(file) && target.startsWith(door.mayImport))
}

function isRoom(target: string): boolean {
  return /^(geodata|seeds|server|web|test)\//.test(target)
}

/** Import targets: a path from the root for our own files, the specifier for packages. */
function importsOf(file: string): Set<string> {
  const found = new Set<string>()
  const source = withoutComments(text(file))
  for (const match of source.matchAll(/(?:^|[\s;}])(?:import|export)\s+(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+\.ts)['"]|@import\s+['"]([^'"]+)['"]/g)) {
    const specifier = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').replace(/\?.*$/, '')
    found.add(specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : specifier)
  }
  return found
}

function packageName(target: string): string {
  return target.split('/').slice(0, target.startsWith('@') ? 2 : 1).join('/')
}

function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): string | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' -> ')
    if (done.has(file)) return null
    path.push(file)
    for (const target of graph.get(file) ?? []) {
      const cycle = graph.has(target) ? visit(target) : null
      if (cycle) return cycle
    }
    path.pop()
    done.add(file)
    return null
  }
  for (const file of graph.keys()) {
    const cycle = visit(file)
    if (cycle) return cycle
  }
  return null
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => (statSync(join(folder, name)).isDirectory() ? sourcesUnder(join(folder, name)) : [join(folder, name)]))
    .map((path) => (path.startsWith(root) ? relative(root, path) : path))
    .filter((path) => /\.(ts|vue|mjs|css)$/.test(path))
}

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1').replace(/<!--[\s\S]*?-->/g, '')
}
