/**
 * An exact solver of mixed integer programs, injected: the kernel is pure. `problem` is in CPLEX LP format; `bound` is proven: what no solution
 * betters. Infinite where nothing was proven. A solver that broke answers timeLimit.
 */
export type ExactSolver = (problem: string, limitMs: number) => ExactAnswer
export type ExactAnswer = { status: 'optimal' | 'infeasible' | 'timeLimit' | 'unbounded'; value: number; bound: number; columns: ReadonlyMap<string, number> }

/** What long work asks of whoever started it. */
export type SitingHooks = {
  exact: ExactSolver | null
  /** false: stop with the best so far. */
  going: () => boolean
  progress: (stage: SitingStage, done: number, total: number | null) => void
}
export type SitingStage = 'rows' | 'search' | 'bound' | 'exact'

/** No one solve lasts longer; whoever injects the solver may stop it sooner. */
export const exactLimitMs = 120_000

/** Works until it is done, exactly or not at all. */
export const patientHooks: SitingHooks = { exact: null, going: () => true, progress: () => undefined }

/** What a problem kernel answers. `bound` is proven; `proven`: no choice is better than `value`. */
export type Solution = { chosen: number[]; value: number; bound: number; proven: boolean }

/** Sites the solver took: names x0, x1, … */
export function takenOf(answer: ExactAnswer, sites: number): number[] {
  const taken: number[] = []
  for (let site = 0; site < sites; site++) if ((answer.columns.get(`x${site}`) ?? 0) > 0.5) taken.push(site)
  return taken
}

/** A sum in LP format, broken into lines that every reader takes. */
export function lpSum(terms: readonly string[]): string {
  let text = ''
  for (let at = 0; at < terms.length; at += 12) text += `${at > 0 ? '\n ' : ''}${terms.slice(at, at + 12).join(' ')}`
  return text
}
