import type { JobProgress } from './job-task.ts'

/** Ten words a second are more than anyone reads. */
const leastMilliseconds = 100

/** Hands on a new stage at once, and within a stage at most ten words a second. The last word of a stage may stay unsaid: the next stage, or the end, says more. */
export function progressTeller(tell: (progress: JobProgress) => void): (progress: JobProgress) => void {
  let stage: JobProgress['stage'] | null = null
  let told = -Infinity
  return (progress) => {
    const now = performance.now()
    if (progress.stage === stage && now - told < leastMilliseconds) return
    stage = progress.stage
    told = now
    tell(progress)
  }
}
