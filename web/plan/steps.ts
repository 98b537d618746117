import { mostSteps, type NewSite, type Step } from '../../geodata/model/step.ts'

/** The steps of a scenario with all that stood before and what was taken back, so that every change is undone and redone one at a time. Lists are never changed in place. */
export type Track = { readonly past: readonly Steps[]; readonly now: Steps; readonly future: readonly Steps[] }
export type Steps = readonly Step[]

/** Most letters of steps in an address; browsers and proxies take about 8,000 in all. */
export const longestStepText = 6000

/** How a list of steps begins, or comes from elsewhere: there is nothing to undo. */
export const trackOf = (steps: Steps): Track => ({ past: [], now: steps, future: [] })

/** A change: what had been taken back is gone. A list that is alike, or longer than a scenario may be, is no change. */
export const changed = (track: Track, steps: Steps): Track => (sameSteps(track.now, steps) || steps.length > mostSteps ? track : { past: [...track.past, track.now], now: steps, future: [] })

export const undone = ({ past, now, future }: Track): Track => {
  const before = past.at(-1)
  return before === undefined ? { past, now, future } : { past: past.slice(0, -1), now: before, future: [now, ...future] }
}
export const redone = ({ past, now, future }: Track): Track => {
  const [after, ...rest] = future
  return after === undefined ? { past, now, future } : { past: [...past, now], now: after, future: rest }
}

export const sameSteps = (one: Steps, other: Steps): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

/**
 * One step more, told as plainly as can be: what is done to a site that the scenario itself puts up changes that site, and what is done again replaces what was done. Closing a site the
 * scenario puts up takes it away.
 */
export const withStep = (steps: Steps, step: Step): Steps => {
  const own = subjectOf(step)
  const put = steps.findIndex((other) => other.kind === 'add' && other.site.id === own)
  if (put >= 0 && step.kind === 'close') return withoutSubject(steps, own)
  const base = steps[put]
  if (base?.kind === 'add') {
    const site = revised(base.site, step)
    if (site) return steps.with(put, { kind: 'add', site })
  }
  if (step.kind === 'close') return [...withoutSubject(steps, own), step]
  const before = steps.findIndex((other) => other.kind === step.kind && subjectOf(other) === own)
  return before >= 0 ? steps.with(before, step) : [...steps, step]
}

/** Without one of them, and without what later ones did to a site that it put up. */
export const withoutStep = (steps: Steps, at: number): Steps => {
  const gone = steps[at]
  if (gone === undefined) return steps
  return gone.kind === 'add' ? withoutSubject(steps, gone.site.id) : steps.toSpliced(at, 1)
}

/** What a step is about: the id of its site, gate or passage. */
export const subjectOf = (step: Step): string => {
  if (step.kind === 'add') return step.site.id
  if (step.kind === 'openGate') return step.gate
  return step.kind === 'passage' ? step.id : step.facility
}

/** An id that no step has: s-1, s-2 … for sites, p-1 … for passages. */
export const freshId = (steps: Steps, letter: 's' | 'p'): string => {
  const taken = new Set(steps.map(subjectOf))
  let number = 1
  while (taken.has(`${letter}-${number}`)) number++
  return `${letter}-${number}`
}

const withoutSubject = (steps: Steps, id: string): Steps => steps.filter((step) => subjectOf(step) !== id)

const revised = (site: NewSite, step: Step): NewSite | null => {
  if (step.kind === 'add') return step.site
  if (step.kind === 'move') return { ...site, position: step.position }
  if (step.kind === 'hours') return { ...site, hours: step.hours }
  if (step.kind === 'seats') return { ...site, seats: step.seats }
  return step.kind === 'admit' ? { ...site, admission: step.admission, hours: step.hours ?? site.hours } : null
}
