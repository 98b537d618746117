import { pinyin } from 'pinyin-pro'

const known = new Map<number, readonly string[]>()

/**
 * Every way a sign is read, without tones, the usual one first; ü is v. Rare readings too: 重 is zhong and chong, 单 dan and shan, whatever word or
 * surname it stands in. A letter or digit reads as itself; what is not read at all (brackets, spaces) has none. `code`: folded.
 */
export function readingsOf(code: number): readonly string[] {
  const kept = known.get(code)
  if (kept) return kept
  const sign = String.fromCharCode(code)
  const readings = code < firstHan ? (/[a-z0-9]/.test(sign) ? [sign] : []) : pinyin(sign, { toneType: 'none', multiple: true, type: 'array', v: true }).filter((reading) => /^[a-z]+$/.test(reading))
  known.set(code, readings)
  return readings
}

/** The first sign of the ideographs, extension A included. */
const firstHan = 0x3400
