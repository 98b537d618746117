import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Line, Row } from './row.ts'
import { holds } from './row.ts'
import { syntheticCity } from './synthetic.ts'

/**
 * npm run bench [-- --peers] [-- --only NAME…]: every file of rows/ is a row. Rows on the same city share one process. Exit code 1 when a ratio
 * misses its goal; absolute times are for reading only.
 */
const wanted = process.argv.slice(2)
const here = fileURLToPath(import.meta.url)
const rows = await allRows()
const names = wanted.filter((word) => !word.startsWith('--'))
const chosen = rows.filter((row) => (names.length > 0 ? names.includes(row.name) : !row.peers || wanted.includes('--peers')))

if (wanted.includes('--inside')) await runInside(chosen)
else process.exitCode = runGroups(chosen)

/** One child process for each city, and for each row that makes its own. */
function runGroups(rows: readonly Row[]): number {
  console.log(`${availableParallelism()} cores, Node ${process.version}, ${process.platform} ${process.arch}`)
  const groups = new Map<string, string[]>()
  for (const row of rows) {
    const key = row.size ? JSON.stringify(row.size) : row.name
    groups.set(key, [...(groups.get(key) ?? []), row.name])
  }
  let failed = 0
  for (const names of groups.values()) {
    const child = spawnSync(process.execPath, ['--expose-gc', here, '--inside', ...names], { stdio: 'inherit' })
    if (child.status !== 0) failed++
  }
  console.log(failed === 0 ? 'Every ratio meets its goal.' : 'At least one ratio misses its goal, see the lines marked MISSED.')
  return failed === 0 ? 0 : 1
}

async function runInside(rows: readonly Row[]): Promise<void> {
  const size = rows[0]?.size ?? null
  const start = performance.now()
  const city = size ? syntheticCity(size) : null
  if (city && size) console.log(`\n${size.buildings.toLocaleString('en')} buildings, ${city.network.nodeCount.toLocaleString('en')} nodes, ${city.facilities.count.toLocaleString('en')} sites in 20 categories; built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  for (const row of rows) {
    for (const line of await row.run(city)) {
      console.log(printed(line))
      if (!holds(line)) process.exitCode = 1
    }
  }
  console.log(`  peak memory of this process ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`)
}

function printed(line: Line): string {
  const time = line.milliseconds === undefined ? '' : line.milliseconds < 10 ? `${line.milliseconds.toFixed(2)} ms` : `${line.milliseconds.toFixed(0)} ms`
  const ratio = line.ratio === undefined ? '' : Number.isInteger(line.ratio) ? String(line.ratio) : line.ratio.toFixed(2)
  const goal = line.goal === undefined ? '' : 'atMost' in line.goal ? `at most ${line.goal.atMost}` : `at least ${line.goal.atLeast}`
  const verdict = line.goal === undefined ? '' : holds(line) ? 'ok' : 'MISSED'
  return `  ${line.work.padEnd(60)} ${time.padStart(10)} ${ratio.padStart(8)}  ${goal.padEnd(14)} ${verdict.padEnd(6)} ${line.note ?? ''}`.trimEnd()
}

async function allRows(): Promise<Row[]> {
  const folder = new URL('rows/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts')).toSorted()
  const rows = await Promise.all(files.map(async (name) => ((await import(new URL(name, folder).href)) as { row: Row }).row))
  return rows.flatMap((row) => (row.size?.nodes === 200_000 && !row.peers ? [row, atTenth(row)] : [row]))
}

/** The same work on 100,000 buildings. The goals are stated for the large one, so that these lines only inform. */
function atTenth(row: Row): Row {
  const { buildings, nodes } = row.size ?? { buildings: 0, nodes: 0 }
  return {
    ...row, name: `${row.name} at a tenth`, size: { buildings: buildings / 10, nodes: nodes / 10 },
    run: async (city) => (await row.run(city)).map((line) => ({ ...line, goal: undefined })),
  }
}
