import type { taskOrigins } from '../../geodata/model/sheets/act.ts'
import type { RegisterRow } from './content.ts'
import { stateOf } from './figures.ts'
import type { Cell } from './sorting.ts'

type TaskOrigin = (typeof taskOrigins)[number]
export type TaskSubject = { origin: TaskOrigin; subject: string; name: string }

/** Which registers have rows that can be put right as a task, and what their subject is (geodata/contract/tasks.ts, taskOpen). */
const origins: Readonly<Record<string, { origin: TaskOrigin; subject: (row: RegisterRow) => string | null }>> = {
  vacancies: { origin: 'vacancy', subject: entryOf },
  meetingFrequency: { origin: 'overdueMeeting', subject: meetingOf },
  jointMeetings: { origin: 'overdueMeeting', subject: ({ area }) => (area === null ? null : `joint:${area}`) },
  selfGovernance: { origin: 'estate', subject: ({ area }) => area },
  listMatching: { origin: 'need', subject: entryOf },
}

/** A row that is late, or has nothing where something should be; null: none that can be made a task. */
export const taskOf = (register: string, row: RegisterRow, name: string): TaskSubject | null => {
  const state = row.cells.map((cell: Cell) => stateOf(cell)).find((one) => one !== null)
  const known = origins[register]
  const subject = known && (state === 'late' || state === 'missing') ? known.subject(row) : null
  return known && subject !== null ? { origin: known.origin, subject, name } : null
}

function entryOf({ id, opens }: RegisterRow): string | null {
  return opens === 'entry' ? id : null
}

/** The register names its rows by community and kind of meeting; a task by kind and community. */
function meetingOf({ id, area }: RegisterRow): string | null {
  const kind = area !== null && id.startsWith(`${area} `) ? id.slice(area.length + 1) : ''
  return kind === '' ? null : `${kind}:${area}`
}
