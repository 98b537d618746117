// Makes a checkout ready: packages, the right Node, and with --build the web app. Plain JavaScript without dependencies,
// because it runs before anything is installed, on whatever Node (20.19 or later) the machine has.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const quiet = process.argv.includes('--quiet')

requireNode(20, 19)
step('依赖 packages', 'node_modules/.linli-packages', packagesFingerprint(), installPackages)
if (process.argv.includes('--build')) step('网页 web app', 'dist/.linli-sources', sourcesFingerprint(), buildWeb)

/** Runs the work only when the fingerprint differs from the one left by the last success. */
function step(title, stampPath, fingerprint, work) {
  const stamp = join(root, stampPath)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
    if (!quiet) console.error(`· ${title}:已是最新 up to date`)
    return
  }
  const start = Date.now()
  console.error(`· ${title}:准备中 working …`)
  // Interrupted work must not pass for done, even when the sources go back to what they were.
  rmSync(stamp, { force: true })
  work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint)
  console.error(`· ${title}:完成 done, ${((Date.now() - start) / 1000).toFixed(1)} s`)
}

function packagesFingerprint() {
  return hashOf([join(root, 'package-lock.json')], `${process.platform}-${process.arch}`)
}

/** Nothing in the tree needs an install script, and npm would invent a compile step for better-sqlite3 (npm/cli #9837). */
function installPackages() {
  const npm = process.env.npm_execpath
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm']
  run(command, [...first, ...words], '安装依赖失败:请检查网络与 npm 设置,然后再运行一次。 Installing packages failed: check the network and the npm settings, then run again.')
}

function buildWeb() {
  const local = join(root, 'node_modules/.bin/node')
  // On Windows that file is a script for a shell; the Node at hand builds as well.
  run(process.platform !== 'win32' && existsSync(local) ? local : process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], '网页构建失败,原因见上。 Building the web app failed, see above.')
}

function sourcesFingerprint() {
  const files = ['web', 'geodata'].flatMap((folder) => filesUnder(join(root, folder)))
  return hashOf([...files, join(root, 'vite.config.ts'), join(root, 'server/notices.ts'), join(root, 'package-lock.json')], '')
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function hashOf(paths, salt) {
  const hash = createHash('sha256').update(salt)
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function run(command, words, sentence) {
  const result = spawnSync(command, words, { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.error?.code === 'ENOENT') console.error(`找不到程序 ${command}。 The program ${command} was not found.`)
  if (result.status !== 0) {
    console.error(sentence)
    process.exit(1)
  }
}

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number)
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return
  console.error(`需要 Node ${major}.${minor} 或更新,现在是 ${process.versions.node}。 Node ${major}.${minor} or later is needed, found ${process.versions.node}.`)
  process.exit(1)
}
