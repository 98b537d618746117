import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { sitingCandidates } from '../../../geodata/contract/siting.ts'
import { asked } from '../../../geodata/kernel/asked.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { candidateKinds } from '../../../geodata/model/candidate.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { checkWithin } from '../../security/visibility.ts'
import { describeQuestion } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'
import { standingOf } from '../standing.ts'
import { todaysQuestion } from '../what-if/todays-question.ts'
import { candidateList } from './candidate-list.ts'

/** Everything that could be opened or built for the question, and how many there are of each kind. */
export async function candidatesAnswer(open: OpenCity, { kind, ...query }: QueryOf<typeof sitingCandidates>, reader: Reader, language: Language): Promise<AnswerOf<typeof sitingCandidates>> {
  const question = todaysQuestion(open, query)
  checkWithin(open, reader, question.area)
  const all = await candidateList(open, question, reader, language)
  return {
    question: describeQuestion(open, asked(open.city, emptyOverlay, question), null, language), ...standingOf(open.identity, open.versions, open.catalogue.version, question.category),
    candidates: all.filter((one) => kind === undefined || one.kind === kind),
    counts: candidateKinds.flatMap((one) => { const candidates = all.filter((candidate) => candidate.kind === one).length; return candidates === 0 ? [] : [{ kind: one, candidates }] }),
  }
}
