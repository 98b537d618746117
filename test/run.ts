import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `npm test`: every check there is, all of them even when one fails; the last line counts. What compiles runs by twos, the rest one after another. */
type Count = { passed: number; failed: number; skipped: number }
type Check = { title: string; command: string; words: string[]; count?: () => Count }

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}node_modules/.cache/linli-tests`
const bin = (name: string) => `${root}node_modules/.bin/${name}`

const typed: Check[] = [
  ...['geodata', 'seeds', 'server'].map((folder) => ({ title: `types: ${folder}`, command: bin('tsc'), words: ['-p', folder] })),
  ...['web', 'test'].map((folder) => ({ title: `types: ${folder}`, command: bin('vue-tsc'), words: ['-p', folder] })),
  { title: 'lint', command: bin('oxlint'), words: ['--deny-warnings'] },
]
const tested: Check[] = [
  { title: 'unit, property, API', command: bin('vitest'), words: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/vitest.json`], count: countVitest },
  { title: 'build', command: process.execPath, words: ['server/setup.mjs', '--build', '--quiet'] },
  { title: 'browser', command: bin('playwright'), words: ['test', '--config', 'test/browser/playwright.config.ts'], count: countPlaywright },
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
// Every process of every test reads the same sources: what one has compiled the others take.
const env = { ...process.env, LINLI_TEST_REPORTS: reports, NODE_COMPILE_CACHE: `${reports}/../linli-compiled` }
const total: Count = { passed: 0, failed: 0, skipped: 0 }

const waiting = [...typed]
await Promise.all([1, 2].map(async () => {
  for (let check = waiting.pop(); check; check = waiting.pop()) {
    const start = Date.now()
    const { status, output } = await heard(check)
    if (output !== '') console.log(output)
    put(check, status, start)
  }
}))
for (const check of tested) {
  const start = Date.now()
  console.log(`\n${check.title}`)
  put(check, spawnSync(check.command, check.words, { cwd: root, stdio: 'inherit', env }).status, start)
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped; each says why in its name`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

function put(check: Check, status: number | null, start: number): void {
  const counted = check.count?.() ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }
  // A run that ends badly without naming a failed test (a crash, a missing report) is a failure too.
  if (status !== 0 && counted.failed === 0) counted.failed = 1
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counted[key]
  console.log(`    ${check.title}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped, ${((Date.now() - start) / 1000).toFixed(0)} s`)
}

/** What a check says is kept until it has ended, so that two do not speak at once. */
function heard({ command, words }: Check): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env })
    const said: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output: Buffer.concat(said).toString('utf8').trim() }))
  })
}

function countVitest(): Count {
  const path = `${reports}/vitest.json`
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(path, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number; success: boolean }
  const failed = report.numFailedTests > 0 || report.success ? report.numFailedTests : 1
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests }
}

function countPlaywright(): Count {
  const path = `${reports}/playwright.json`
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 }
  const { stats } = JSON.parse(readFileSync(path, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}
