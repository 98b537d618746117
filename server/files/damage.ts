import type { Issue, IssueCode, Place } from '../../geodata/intake/issue.ts'
import { issue } from '../../geodata/intake/issue.ts'

/** Thrown by decoders where a file cannot be read on; readSource alone catches it and hands it back as a failure. */
export class Damage extends Error {
  readonly issue: Issue
  constructor(found: Issue) {
    super(found.code)
    this.issue = found
  }
}

export function damage(code: IssueCode, file: string, place: Place | null = null, values: Issue['values'] = {}): Damage {
  return new Damage(issue(code, file, place, values))
}
