import type { CandidateAnswer } from '../../geodata/contract/siting.ts'
import type { BodyOf, QueryOf, Reader } from '../../geodata/contract/exchange.ts'
import type { sitingStart } from '../../geodata/contract/siting.ts'
import type { ErrorCode } from '../../geodata/contract/errors.ts'
import type { Summary } from '../../geodata/kernel/figures.ts'
import type { Group } from '../../geodata/model/facility.ts'
import type { Overlay } from '../../geodata/model/overlay.ts'
import type { Question } from '../../geodata/model/question.ts'
import type { SitingWish } from '../../geodata/model/siting.ts'
import type { Language, SentenceDetails } from '../../geodata/words/sentence.ts'
import type { QuestionAnswer } from '../answers/describe.ts'
import type { Standing } from '../answers/standing.ts'
import type { JobProgress } from '../jobs/job-task.ts'

/** A request as it came, kept with its job. */
export type SitingAsk = { query: QueryOf<typeof sitingStart>; body: BodyOf<typeof sitingStart>; reader: Reader }

type Named = { id: string; name: string }

/** Everything a thread needs beside the pack of the city. */
export type SitingProblem = {
  question: Question
  /** The city it stands on: today's with the steps of the scenario. */
  overlay: Overlay
  /** `overlay`: what choosing it does. */
  candidates: { answer: CandidateAnswer; overlay: Overlay }[]
  wish: SitingWish
  /** Sites the curve goes up to. */
  curve: number
  limitMilliseconds: number
  /** Not open at the hour asked for; in water; within areas kept free. */
  shut: Named[]; inWater: Named[]; noGo: Named[]
  head: Readonly<Record<Language, { question: QuestionAnswer; rule: string }>>
  standing: Standing
}

export type SitingStart = { problem: SitingProblem; pack: Uint8Array<ArrayBuffer> }

/** What a thread found: names and codes in the place of indexes. */
export type SitingFound = {
  chosen: { candidate: CandidateAnswer; gain: Record<Group, number>; buildingsGained: number; byArea: { code: string; name: string; residents: number }[]; beats: (Named & { by: number }) | null; left: number }[]
  value: number; /** null: nothing was proven. */ bound: number | null; gapShare: number | null; proven: boolean; unit: 'residents' | 'steps' | 'yuan' | 'personMetres' | 'metres'
  curve: { k: number; value: number; bound: number | null; proven: boolean; chosen: string[] }[]
  before: Summary; after: Summary
  stillUncovered: { residents: number; over60: number; buildings: number }
  joint: boolean; unreached: Named[]; unpriced: Named[]; stopped: 'done' | 'timeLimit' | 'cancelled'; seconds: number
}

export type SitingNote =
  | { kind: 'progress'; progress: JobProgress } | { kind: 'found'; found: SitingFound }
  | { kind: 'refused'; code: ErrorCode; details: SentenceDetails } | { kind: 'broken'; failure: string } | { kind: 'late' }

/** What lies in the folder of the job. */
export type SitingStored = { asked: Omit<SitingProblem, 'candidates'>; candidates: number; found: SitingFound }
