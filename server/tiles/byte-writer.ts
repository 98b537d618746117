/** Protocol buffer primitives into one buffer that grows and is used again. */
export class ByteWriter {
  bytes = new Uint8Array(65_536)
  length = 0

  reset(): void {
    this.length = 0
  }

  /** Makes room for `more` bytes. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }

  /** Whole numbers from 0 to 2^32 - 1. */
  varint(value: number): void {
    this.reserve(5)
    let rest = value >>> 0
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  /** Field number and wire type (0 varint, 1 eight bytes, 2 length-delimited). */
  tag(field: number, wireType: number): void {
    this.varint(field * 8 + wireType)
  }

  raw(source: Uint8Array, length = source.length): void {
    this.reserve(length)
    this.bytes.set(length === source.length ? source : source.subarray(0, length), this.length)
    this.length += length
  }

  delimited(field: number, source: Uint8Array, length = source.length): void {
    this.tag(field, 2)
    this.varint(length)
    this.raw(source, length)
  }

  double(value: number): void {
    this.reserve(8)
    new DataView(this.bytes.buffer).setFloat64(this.length, value, true)
    this.length += 8
  }

  taken(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}
