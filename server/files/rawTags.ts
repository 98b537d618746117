import type { Tags } from '../../geodata/intake/feature.ts'

/** What programs write for "no value". */
const noValue: ReadonlySet<string> = new Set(['', '<NA>', 'NA', 'NULL', 'null', '<Null>', 'nan', 'NaN', 'None'])

/** Properties as text: numbers and truth values as OSM writes them, empty ones left out, nested OSM tags laid open. */
export function tagsFrom(properties: Readonly<Record<string, unknown>>): Tags {
  const tags: Record<string, string> = {}
  for (const [key, value] of Object.entries(properties)) {
    const text = textOf(value)
    if (text === null) {
      if (key === 'tags' && typeof value === 'object' && value !== null) Object.assign(tags, tagsFrom(value as Record<string, unknown>))
      continue
    }
    if (key === 'other_tags') Object.assign(tags, hstore(text))
    else tags[key] = text
  }
  return tags
}

function textOf(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  if (typeof value !== 'string') return null
  const text = value.trim()
  return noValue.has(text) ? null : text
}

/** "key"=>"value" pairs, as GDAL writes the tags it has no column for. */
function hstore(text: string): Record<string, string> {
  const pairs = text.matchAll(/"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"/g)
  return Object.fromEntries([...pairs].map(([, key, value]) => [key.replace(/\\(.)/g, '$1'), value.replace(/\\(.)/g, '$1')]))
}
