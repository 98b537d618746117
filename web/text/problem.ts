import type { Problem } from '../api/outcome.ts'
import type { Say } from './speech.ts'

/** A problem in a sentence; the server's own sentence where it sent one. */
export const problemSentence = (problem: Problem, say: Say): string => {
  if (problem.kind === 'server' && problem.message !== '') return problem.message
  if (problem.kind === 'network' || problem.kind === 'server') return say('state.network')
  if (problem.kind === 'notReady') return say('state.notReady')
  return say(problem.kind === 'cancelled' ? 'state.cancelled' : 'state.shape')
}
