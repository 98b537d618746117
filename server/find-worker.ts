import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

/** What comes only when it is asked for and is larger (the map library, lists of letters) is kept when it is used, not ahead. */
const largestAheadBytes = 40_000
/** What the page of the finder is called among the inputs of the build. */
const entryName = 'find'

/** Writes find-worker.js beside the built app: one script without imports, for browsers that know no others, with the names of the files that make up the finder's page. */
export function findWorker(root: string): Plugin {
  return {
    name: 'linli-find-worker',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((part): part is Rolldown.OutputChunk => part.type === 'chunk' && part.isEntry && part.name === entryName)
      if (!entry) return
      const files = [...filesOf(entry, bundle)].sort()
      const page = readFileSync(join(root, 'web/find.html'))
      const release = createHash('sha256').update(files.join()).update(page).digest('hex').slice(0, 12)
      this.emitFile({ type: 'asset', fileName: 'find-worker.js', source: await scriptOf(root, ['/find', ...files.map((name) => `/${name}`)], release) })
    },
  }
}

/** Names of the chunks and style sheets that the page may come to need. */
function filesOf(entry: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>()
  const waiting: { name: string; needed: boolean }[] = [{ name: entry.fileName, needed: true }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, needed } = next
    const chunk = bundle[name]
    if (found.has(name) || chunk?.type !== 'chunk' || (!needed && chunk.code.length > largestAheadBytes)) continue
    found.add(name)
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) found.add(sheet)
    waiting.push(...chunk.imports.map((imported) => ({ name: imported, needed })), ...chunk.dynamicImports.map((imported) => ({ name: imported, needed: false })))
  }
  return found
}

async function scriptOf(root: string, shell: readonly string[], release: string): Promise<string> {
  const built = await build({
    configFile: false, root, logLevel: 'warn', define: { finderShell: JSON.stringify(shell), finderRelease: JSON.stringify(release) },
    build: { write: false, copyPublicDir: false, target: 'chrome87', lib: { entry: join(root, 'web/find/offline/worker.ts'), formats: ['iife'], name: 'finderWorker' } },
  })
  const parts = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  const script = parts.find((part) => part.type === 'chunk')
  if (!script) throw new Error('the worker of the finder was not built')
  return script.code
}
