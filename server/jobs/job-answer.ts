import type { JobAnswer } from '../../geodata/contract/jobs.ts'
import { jobFailureSentence, jobReportLines, jobStageWords, jobTitle, listName } from '../../geodata/words/jobs.ts'
import { listTexts } from '../../geodata/words/lists.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import type { JobWish } from '../store/jobs.ts'
import type { Job } from './jobs.ts'

/** A job as its owner reads it. `hasFile`: its file is still there. */
export function jobAnswer({ id, kind, owner, state, wish, outcome, created, started, ended, progress }: Job, hasFile: boolean, language: Language): JobAnswer {
  return {
    id, kind, state, stage: progress ? jobStageWords[progress.stage][language] : '', done: progress?.done ?? 0, total: progress?.total ?? null, title: titleOf(wish, language), owner, created, started, ended,
    failure: outcome?.failure ? jobFailureSentence(outcome.failure, language) : null,
    report: outcome?.report ? jobReportLines(outcome.report, language) : null,
    // What siting found is read as an answer of its own.
    file: hasFile && kind !== 'siting' && outcome?.file ? outcome.file : null,
  }
}

function titleOf(wish: JobWish, language: Language): string {
  switch (wish.kind) {
    case 'import': return jobTitle(wish.dryRun ? 'check' : wish.replace ? 'replace' : 'import', { file: wish.file }, language)
    case 'export': return jobTitle(wish.asOf === null ? 'export' : 'exportAsOf', { list: listName(wish.list, wish.sheet, language), area: wish.areaName ?? listTexts.whole[language], format: wish.format, asOf: wish.asOf }, language)
    case 'rebuild': return jobTitle('rebuild', {}, language)
    case 'siting': {
      const { targetShare, objective, k } = wish.body
      const asked = { category: wish.categoryName[language], area: wish.areaName ?? listTexts.whole[language] }
      return objective === 'setCover' ? jobTitle('sitingTarget', { ...asked, target: Math.round((targetShare ?? 1) * 1000) / 10 }, language) : jobTitle('siting', { ...asked, k }, language)
    }
    case 'edition': return jobTitle(wish.month === null ? 'edition' : 'editionOf', { name: wish.name, month: wish.month }, language)
  }
}
