import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `npm test`: every check there is, one after another, all of them even when one fails; the last line counts. */
type Count = { passed: number; failed: number; skipped: number }
type Check = { title: string; command: string; words: string[]; count?: () => Count }

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}node_modules/.cache/linli-tests`
const bin = (name: string) => `${root}node_modules/.bin/${name}`

const checks: Check[] = [
  ...['geodata', 'seeds', 'server'].map((folder) => ({ title: `types: ${folder}`, command: bin('tsc'), words: ['-p', folder] })),
  ...['web', 'test'].map((folder) => ({ title: `types: ${folder}`, command: bin('vue-tsc'), words: ['-p', folder] })),
  { title: 'lint', command: bin('oxlint'), words: ['--deny-warnings'] },
  { title: 'unit, property, API', command: bin('vitest'), words: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/vitest.json`], count: countVitest },
  { title: 'build', command: process.execPath, words: ['server/setup.mjs', '--build', '--quiet'] },
  { title: 'browser', command: bin('playwright'), words: ['test', '--config', 'test/browser/playwright.config.ts'], count: countPlaywright },
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const total: Count = { passed: 0, failed: 0, skipped: 0 }
for (const [index, check] of checks.entries()) {
  const start = Date.now()
  console.log(`\n[${index + 1}/${checks.length}] ${check.title}`)
  const { status } = spawnSync(check.command, check.words, { cwd: root, stdio: 'inherit', env: { ...process.env, LINLI_TEST_REPORTS: reports, NODE_COMPILE_CACHE: `${reports}/../linli-compiled` } })
  const counted = check.count?.() ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }
  // A run that ends badly without naming a failed test (a crash, a missing report) is a failure too.
  if (status !== 0 && counted.failed === 0) counted.failed = 1
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counted[key]
  console.log(`    ${check.title}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped, ${((Date.now() - start) / 1000).toFixed(0)} s`)
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped; each says why in its name`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

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
