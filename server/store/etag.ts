import { createHash } from 'node:crypto'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import { canonical } from './canonical.ts'

/** The strong etag of a record as it stands, quotes included: 16 bytes of SHA-256 over its canonical JSON, in base64url. */
export const etagOf = (record: EditableRecord): string => `"${createHash('sha256').update(canonical(record)).digest().subarray(0, 16).toString('base64url')}"`
