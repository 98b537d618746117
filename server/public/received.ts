import { appendFileSync, closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import * as z from 'zod/mini'
import { venueReport } from '../../geodata/contract/venues.ts'
import { reportFaults } from '../../geodata/intake/edits/reports.ts'
import { readInstant } from '../../geodata/hours/clock.ts'
import type { ReceivedReport } from '../store/reports.ts'

/** Reports that a server for the public alone received: one a line, as JSON, only ever added to. They go home with `linli import --as reports`. */
export function appendReceived(path: string, { facility, at, fields, note }: ReceivedReport): void {
  appendFileSync(path, `${endsHalf(path) ? '\n' : ''}${JSON.stringify({ facility, at, fields, note })}\n`)
}

/** A line that was cut off by a full disk stays one line. */
function endsHalf(path: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return false
  const file = openSync(path, 'r'), last = new Uint8Array(1)
  readSync(file, last, 0, 1, size - 1)
  closeSync(file)
  return last[0] !== 10
}

/** Clocks differ. */
const aheadMilliseconds = 3_600_000

const line = z.strictObject({
  facility: z.string().check(z.minLength(1), z.maxLength(200)), at: z.string().check(z.refine((text) => readInstant(text) !== null)),
  fields: venueReport.body.schema.shape.fields, note: z.nullable(z.string().check(z.maxLength(200), z.refine((text) => reportFaults(text).length === 0))),
})

/** The same rules as for whoever reports; nothing comes from after `now`. Lines that are no report by number, from 1; none of either where there is no file. */
export function readReceived(path: string, now: Date): { reports: ReceivedReport[]; badLines: number[] } {
  const reports: ReceivedReport[] = [], badLines: number[] = []
  const lines = existsSync(path) ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '').split('\n') : []
  lines.forEach((text, i) => {
    if (text.trim() === '') return
    const read = line.safeParse(parsed(text))
    const at = read.success ? readInstant(read.data.at) : null
    if (read.success && at !== null && at <= now.getTime() + aheadMilliseconds) reports.push({ ...read.data, at: new Date(at).toISOString() })
    else badLines.push(i + 1)
  })
  return { reports, badLines }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
