import { readHours } from '../hours/read.ts'
import { writeHours } from '../hours/write.ts'
import type { CityRecord } from '../model/city.ts'
import type { EditableRecord } from '../model/edit.ts'
import type { Facility } from '../model/facility.ts'
import { issue, type Issue } from './issue.ts'

/** How the text of hours in one field is read. `readAs`: said plainly, in Chinese, e.g. to be taken over; null: not read, because of the parts that follow. */
export type HoursReading = { field: string; readAs: string | null; notUnderstood: readonly string[]; caveats: readonly string[] }

/** Every text of hours that a record holds. One that is not understood is kept and is no fault: the place is then said to have unknown hours. */
export function hoursReadings(record: EditableRecord): HoursReading[] {
  return textsOf(record).map(({ field, text }) => {
    const { rule, notUnderstood, caveats } = readHours(text)
    return { field, readAs: rule === null ? null : writeHours(rule, 'zh'), notUnderstood, caveats }
  })
}

function textsOf(record: EditableRecord): { field: string; text: string }[] {
  if ('locked' in record) return typeof record.locked === 'string' ? [] : [{ field: 'locked.hours', text: record.locked.hours }]
  if (!('suspensions' in record)) return []
  return [
    ...(record.hours === null ? [] : [{ field: 'hours', text: record.hours }]),
    ...record.offer.programmes.map(({ hours }, at) => ({ field: `offer.programmes.${at}.hours`, text: hours })),
  ]
}

/** Collects sites whose hours are not understood, for one warning about them all. */
export function hoursDoubts(): { meet: (record: CityRecord) => void; issues: (file: string) => Issue[] } {
  let count = 0
  const examples: string[] = []
  const known = new Map<string, readonly string[]>()
  const doubtsOf = (text: string): readonly string[] => {
    const before = known.get(text) ?? readHours(text).notUnderstood
    if (known.size < textsKept) known.set(text, before)
    return before
  }
  return {
    meet: ({ kind, record }) => {
      if (kind !== 'facility') return
      const doubts = textsOf(record).flatMap(({ text }) => doubtsOf(text))
      if (doubts.length === 0) return
      count++
      if (examples.length < examplesKept) examples.push(exampleOf(record, doubts))
    },
    issues: (file) => (count === 0 ? [] : [issue('hoursNotUnderstood', file, null, { count, found: examples.join('；') })]),
  }
}

/** As many sites as a reader can take in at once. */
const examplesKept = 5
/** Texts that are remembered: cities publish theirs in a few hundred spellings. */
const textsKept = 2000
/** Signs of a part that are quoted. */
const quotedSigns = 40

function exampleOf({ name, id }: Facility, doubts: readonly string[]): string {
  return `${name === '' ? id : name} ${doubts.slice(0, 2).map((part) => `“${part.length > quotedSigns ? `${part.slice(0, quotedSigns)}…` : part}”`).join('、')}`
}
