import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Plugin } from 'vite'

/** Writes notices.txt beside the built app: name, version and licence text of every package whose code or fonts are in it. */
export function notices(root: string): Plugin {
  return {
    name: 'linli-notices',
    generateBundle(_options, bundle) {
      const folders = new Set<string>()
      for (const chunk of Object.values(bundle)) {
        const sources = chunk.type === 'chunk' ? Object.keys(chunk.modules) : chunk.originalFileNames
        for (const source of sources) {
          const folder = packageFolder(source)
          if (folder) folders.add(folder)
        }
      }
      // Workers are bundled apart and arrive here as finished files.
      folders.add('maplibre-gl')
      const text = [...folders].sort().map((name) => notice(join(root, 'node_modules', name))).join('\n\n')
      this.emitFile({ type: 'asset', fileName: 'notices.txt', source: text })
    },
  }
}

function packageFolder(source: string): string | null {
  const parts = source.split(/[\\/]/)
  const at = parts.lastIndexOf('node_modules')
  if (at < 0) return null
  const [first = '', second = ''] = parts.slice(at + 1)
  return first.startsWith('@') ? first + sep + second : first
}

function notice(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license?: string }
  const file = existsSync(folder) ? readdirSync(folder).find((name) => /^licen[cs]e/i.test(name)) : undefined
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${manifest.license ?? 'not stated'}`
  return `${'='.repeat(72)}\n${manifest.name} ${manifest.version} (${manifest.license ?? 'licence not stated'})\n${'-'.repeat(72)}\n${text}`
}
