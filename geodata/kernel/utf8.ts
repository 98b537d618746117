/** Text to UTF-8 bytes, without the platform's encoder (the ground floor knows neither browser nor Node). */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0
    if (point > 0xffff) i++
    if (point < 0x80) bytes[length++] = point
    else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6)
      bytes[length++] = 0x80 | (point & 63)
    } else if (point < 0x10000) {
      bytes[length++] = 0xe0 | (point >> 12)
      bytes[length++] = 0x80 | ((point >> 6) & 63)
      bytes[length++] = 0x80 | (point & 63)
    } else {
      bytes[length++] = 0xf0 | (point >> 18)
      bytes[length++] = 0x80 | ((point >> 12) & 63)
      bytes[length++] = 0x80 | ((point >> 6) & 63)
      bytes[length++] = 0x80 | (point & 63)
    }
  }
  return bytes.slice(0, length)
}

/** The way back, for bytes that utf8 wrote. */
export function fromUtf8(bytes: Uint8Array): string {
  const parts: string[] = []
  let points: number[] = []
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i]
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    let point = more === 0 ? first : first & (0x3f >> more)
    for (let k = 1; k <= more; k++) point = (point << 6) | (bytes[i + k] & 63)
    points.push(point)
    i += more + 1
    // In portions, since a call takes only so many arguments.
    if (points.length < 8192) continue
    parts.push(String.fromCodePoint(...points))
    points = []
  }
  return parts.join('') + String.fromCodePoint(...points)
}
