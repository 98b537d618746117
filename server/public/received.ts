import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { venueReport } from '../../geodata/contract/venues.ts'
import { readInstant } from '../../geodata/hours/clock.ts'
import type { ReceivedReport } from '../store/reports.ts'

/** Reports that a server for the public alone received: one a line, as JSON, only ever added to. They go home with `linli import --as reports`. */
export const appendReceived = (path: string, { facility, at, fields, note }: ReceivedReport): void => appendFileSync(path, `${JSON.stringify({ facility, at, fields, note })}\n`)

const line = z.strictObject({
  facility: z.string().check(z.minLength(1), z.maxLength(200)), at: z.string().check(z.refine((text) => readInstant(text) !== null)),
  fields: venueReport.body.schema.shape.fields, note: z.nullable(z.string().check(z.maxLength(200))),
})

/** Lines that are no report by number, from 1; none of either where there is no file. */
export function readReceived(path: string): { reports: ReceivedReport[]; badLines: number[] } {
  const reports: ReceivedReport[] = [], badLines: number[] = []
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  lines.forEach((text, i) => {
    if (text.trim() === '') return
    const read = line.safeParse(parsed(text))
    if (read.success) reports.push(read.data)
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
