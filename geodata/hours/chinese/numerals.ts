const digits: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 日: 7, 天: 7, 末: -1 }

/** A number up to 99 in figures or Chinese numerals (十一, 三十), or a year digit by digit (二零二四); null: neither. */
export function numberIn(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text)
  if (tens) return (tens[1] === '' ? 1 : digits[tens[1] ?? ''] ?? 0) * 10 + (tens[2] === '' ? 0 : digits[tens[2] ?? ''] ?? 0)
  if (/^[〇零一二两三四五六七八九]$/.test(text)) return digits[text] ?? null
  if (/^[〇零一二三四五六七八九]{4}$/.test(text)) return Number([...text].map((sign) => digits[sign]).join(''))
  return null
}

/** 1 Monday … 7 Sunday; figures and Chinese numerals, 日 and 天. */
export function weekdayIn(sign: string): number {
  return digits[sign] ?? Number(sign)
}
