import type { Format } from '../../geodata/contract/exchange.ts'
import type { Language } from '../../geodata/words/sentence.ts'

export const mediaTypes: Readonly<Record<Exclude<Format, 'json'>, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json; charset=utf-8',
}

export const demoMark: Readonly<Record<Language, string>> = { zh: '示意数据', en: 'demonstration data' }

/** 示意数据-<city>-<what>-<date>.csv; signs that file systems refuse are left out. */
export function fileName(parts: readonly string[], demo: boolean, format: Format, language: Language): string {
  const words = (demo ? [demoMark[language], ...parts] : parts).map((part) => part.replaceAll(/[\\/:*?"<>|\s]+/g, '')).filter((part) => part !== '')
  return `${words.join('-')}.${format}`
}
