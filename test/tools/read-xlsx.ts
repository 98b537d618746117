import { strFromU8, unzipSync } from 'fflate'

/** What a spreadsheet holds, read without the library that wrote it. */
export function readXlsx(bytes: Uint8Array): { names: string[]; text: string; formulas: number } {
  const parts = unzipSync(bytes)
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array(0))
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/.*\.xml$/.test(name)).map(part).join('')
  const plain = (xml: string): string => xml.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  return {
    names: [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1]),
    text: plain(part('xl/sharedStrings.xml') + sheets),
    formulas: (sheets.match(/<f[ >]/g) ?? []).length,
  }
}
