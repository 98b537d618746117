import { isUtf8 } from 'node:buffer'
import { damage } from '../damage.ts'

/** Language drivers of .dbf headers, by byte 29: 0x4d and 0x7a are Chinese, 0x4f and 0x78 Taiwan's, 0x03 and 0x57 Western. */
const byDriver: Readonly<Record<number, string>> = { 0x4d: 'gb18030', 0x7a: 'gb18030', 0x4f: 'big5', 0x78: 'big5', 0x03: 'windows-1252', 0x57: 'windows-1252' }

/** Names that .cpg files use and TextDecoder does not know. */
const aliases: Readonly<Record<string, string>> = { '65001': 'utf-8', 'utf8': 'utf-8', '936': 'gb18030', 'cp936': 'gb18030', 'ms936': 'gb18030', 'gbk': 'gb18030', 'gb2312': 'gb18030', '950': 'big5', 'cp950': 'big5', '1252': 'windows-1252', 'cp1252': 'windows-1252', 'ansi 1252': 'windows-1252', 'iso88591': 'iso-8859-1' }

/**
 * Encoding of a .dbf: as its .cpg says; else as its language driver says; else UTF-8 where every byte fits, else GB 18030,
 * which is what Chinese programs write without saying so.
 */
export function dbfEncoding(cpg: Uint8Array | null, dbf: Uint8Array, cpgFile: string): string {
  if (cpg) {
    const stated = new TextDecoder('latin1').decode(cpg).replace(/[^\x20-\x7e]/g, '').trim()
    return known(aliases[stated.toLowerCase()] ?? stated, stated, cpgFile)
  }
  return byDriver[dbf[29]] ?? (isUtf8(dbf.subarray(32)) ? 'utf-8' : 'gb18030')
}

function known(label: string, stated: string, file: string): string {
  try {
    return new TextDecoder(label).encoding
  } catch {
    throw damage('encodingUnknown', file, null, { found: stated.slice(0, 30) })
  }
}
