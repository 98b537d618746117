import { damage } from '../damage.ts'

type Decoder = InstanceType<typeof TextDecoder>
type Field = { name: string; type: string; bytes: number }

/** The rows of a .dbf file as text by column name; deleted rows keep their place, so that rows and shapes stay in step. */
export function dbfRows(bytes: Uint8Array, file: string, encoding: string): Record<string, unknown>[] {
  if (bytes.length < 32) throw damage('dbfTruncated', file, { byte: bytes.length }, { expected: 32, found: bytes.length })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [rows, headerBytes, rowBytes] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  const decoder = new TextDecoder(encoding, { fatal: true })
  const fields = fieldsOf(bytes, headerBytes, file, decoder)
  const fieldBytes = fields.reduce((sum, field) => sum + field.bytes, 1)
  if (fieldBytes !== rowBytes) throw damage('dbfBroken', file, { byte: 10 }, { expected: fieldBytes, found: rowBytes })
  const expected = headerBytes + rows * rowBytes
  if (bytes.length < expected) throw damage('dbfTruncated', file, { byte: bytes.length }, { expected, found: bytes.length })
  return Array.from({ length: rows }, (_, row) => rowFrom(bytes, headerBytes + row * rowBytes, fields, decoder, file))
}

function fieldsOf(bytes: Uint8Array, headerBytes: number, file: string, decoder: Decoder): Field[] {
  const fields: Field[] = []
  for (let at = 32; at + 32 <= headerBytes && at + 32 <= bytes.length && bytes[at] !== 0x0d; at += 32) {
    const nameBytes = bytes.subarray(at, at + 11)
    const end = nameBytes.indexOf(0)
    fields.push({ name: decoded(nameBytes.subarray(0, end < 0 ? 11 : end), decoder, file, at).trim(), type: String.fromCharCode(bytes[at + 11]), bytes: bytes[at + 16] })
  }
  if (fields.length === 0) throw damage('dbfBroken', file, { byte: 32 }, { expected: 1, found: 0 })
  return fields
}

function rowFrom(bytes: Uint8Array, start: number, fields: readonly Field[], decoder: Decoder, file: string): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  let at = start + 1
  for (const field of fields) {
    row[field.name] = valueOf(bytes.subarray(at, at + field.bytes), field, decoder, file, at)
    at += field.bytes
  }
  return row
}

function valueOf(cell: Uint8Array, field: Field, decoder: Decoder, file: string, at: number): unknown {
  if (field.type === 'C') return decoded(wholeCharacters(cell, decoder), decoder, file, at).replace(/\0/g, '').trim()
  const text = String.fromCharCode(...cell).replace(/\0/g, '').trim()
  if (field.type === 'N' || field.type === 'F') return text === '' || text.startsWith('*') ? null : Number(text)
  if (field.type === 'L') return /^[tyTY]$/.test(text) ? true : /^[fnFN]$/.test(text) ? false : null
  return text
}

/** Writers cut long values at the width of the column, often inside a character: the torn end is dropped. */
function wholeCharacters(cell: Uint8Array, decoder: Decoder): Uint8Array {
  for (let drop = 0; drop <= 3 && drop < cell.length; drop++) {
    const part = cell.subarray(0, cell.length - drop)
    try {
      decoder.decode(part)
      return part
    } catch {
      continue
    }
  }
  return cell
}

function decoded(bytes: Uint8Array, decoder: Decoder, file: string, at: number): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw damage('encodingBroken', file, { byte: at }, { encoding: decoder.encoding.toUpperCase() })
  }
}
