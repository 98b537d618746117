const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Chinese numeral of 1 to 99, as in 第十一网格. */
export function numeral(value: number): string {
  if (value < 1 || value > 99) throw new RangeError(`a number from 1 to 99 was expected, got ${value}`)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}
