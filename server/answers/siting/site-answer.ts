import { encodePack } from '../../../geodata/kernel/pack.ts'
import { limitMetresOf } from '../../../geodata/kernel/question.ts'
import type { Question } from '../../../geodata/model/question.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { SitingAsk, SitingProblem } from '../../siting/siting-messages.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { sitingProblem } from './siting-problem.ts'

export type Sited = { problem: SitingProblem; pack: Uint8Array<ArrayBuffer> | null }

/** The problem of a request, and the city it is about for another thread. Throws Refusal. */
export async function siteAnswer(open: OpenCity | null, ask: SitingAsk, withPack: boolean, language: Language): Promise<Sited> {
  if (!open) throw new Refusal('emptyCity')
  const problem = await sitingProblem(open, ask, language)
  return { problem, pack: withPack ? Uint8Array.from(encodePack(open.city, packedArea(open, problem))) : null }
}

/** Index of the area whose pack holds every walk that counts; -1: only the whole city does. */
function packedArea({ city, catalogue }: OpenCity, { question, overlay, wish }: SitingProblem): number {
  const area = question.area === null ? undefined : city.areas.byCode.get(question.area)
  const isTouched = overlay.added.length + overlay.closed.length + overlay.replaced.length + overlay.admissions.length + overlay.openedGates.length + (overlay.passages?.length ?? 0) > 0
  const looksFar = wish.objective === 'pMedian' || wish.objective === 'pCentre' || limitMetresOf(catalogue, question) > rimMetres(catalogue, question)
  return area === undefined || isTouched || looksFar ? -1 : area
}

/** How far beyond an area its pack reaches, at least. */
const rimMetres = ({ categories, profiles }: OpenCity['catalogue'], { profile }: Question): number => Math.max(0, ...categories.flatMap(({ minutes }) => minutes)) * 60 * (profiles.find(({ code }) => code === profile)?.metresPerSecond ?? 0)
