import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LaunchOptions } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** WebGL by software, text without hinting, so that every machine draws alike; what is no WebGL is drawn without the detour over software that plays a graphics card. */
const flags = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-gpu-rasterization', '--font-render-hinting=none']

/** BROWSER_BIN names another Chromium; otherwise the one that came as a package is unpacked once per version. */
export async function launchOptions(): Promise<LaunchOptions> {
  const own = process.env['BROWSER_BIN']
  if (own) return { executablePath: own, args: flags, chromiumSandbox: false, env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string> }
  const unpacked = await unpackedChromium()
  // Where the locale is none of UTF-8, as in a bare environment, Chromium saves a file with a Chinese name as "download".
  const env = { ...process.env, LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: [unpacked.libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') } as Record<string, string>
  return { executablePath: unpacked.executable, args: flags, chromiumSandbox: false, env }
}

/** The package unpacks into the system's temporary folder whatever its version: it gets a folder of its own here. */
async function unpackedChromium(): Promise<{ executable: string; libraries: string }> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const manifest = [packageFolder, dirname(packageFolder)].map((folder) => join(folder, 'package.json')).find(existsSync) ?? ''
  const version = createHash('sha256').update(readFileSync(manifest)).digest('hex').slice(0, 12)
  const folder = join(root, 'node_modules/.cache', `chromium-${version}`)
  const executable = join(folder, 'chromium')
  const libraries = join(folder, 'al2023/lib')
  const done = join(folder, '.complete')
  if (existsSync(done)) return { executable, libraries }
  const working = `${folder}.${process.pid}`
  mkdirSync(working, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = working
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate(join(dirname(manifest), 'bin', 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  writeFileSync(join(working, '.complete'), version)
  rmSync(folder, { recursive: true, force: true })
  renameSync(working, folder)
  return { executable, libraries }
}
