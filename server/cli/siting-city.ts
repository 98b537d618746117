import * as z from 'zod/mini'
import { sitingStart } from '../../geodata/contract/siting.ts'
import { SitingError } from '../../geodata/kernel/siting/siteCity.ts'
import { candidateKinds, type CandidateKind } from '../../geodata/model/candidate.ts'
import { sitingObjectives, type SitingObjective } from '../../geodata/model/siting.ts'
import { jobStageWords } from '../../geodata/words/jobs.ts'
import { sitingProblem } from '../answers/siting/siting-problem.ts'
import { Refusal } from '../answers/refusal.ts'
import { sitingRefusal, solveSiting } from '../siting/solve-siting.ts'
import { tellSiting } from '../siting/tell-siting.ts'
import { CommandError, type Option, type Terminal, type Values } from './command.ts'
import { withCity } from './open-database.ts'
import { questionOptions, questionValues } from './question-options.ts'
import { wholeNumber } from './whole-number.ts'
import { wholeReader } from './whole-reader.ts'

export const cityOptions: readonly Option[] = [
  ...questionOptions(sitingStart.query),
  { name: 'k', value: 'N', zh: '最多几处，默认 3', en: 'at most so many sites, 3 by default' },
  { name: 'target', value: 'PERCENT', zh: '目标覆盖率（%），求最少点位', en: 'share to be covered (%), by the fewest sites' },
  { name: 'kinds', value: 'KIND,KIND', zh: `备选点类型：${candidateKinds.slice(0, 5).join('、')}`, en: `kinds of candidates: ${candidateKinds.slice(0, 5).join(', ')}` },
  { name: 'spacing', value: 'METRES', zh: 'networkPoint 之间的距离，默认 300', en: 'distance between points of networkPoint, 300 by default' },
]

const usualSpacing = 300

/** Which candidates of the database help most. */
export async function siteCity(values: Values, terminal: Terminal): Promise<number> {
  const query = z.parse(sitingStart.query, questionValues(sitingStart.query, values))
  const target = percent(values), k = wholeNumber(values, 'k', 1, 50) ?? 3, kinds = kindsOf(values), spacing = wholeNumber(values, 'spacing', 50, 2000) ?? usualSpacing
  const body = {
    objective: objectiveOf(values, target), k, ...(target !== null && { targetShare: target }), ...(kinds && { kinds }), ...(kinds?.includes('networkPoint') && { points: { spacingMetres: spacing } }),
    limitSeconds: wholeNumber(values, 'seconds', 1, 600) ?? 120,
  }
  return withCity(terminal, async (open) => {
    const ask = { query, body, reader: wholeReader }
    const { candidates, ...asked } = await sitingProblem(open, ask, 'zh')
    try {
      const found = await solveSiting(open.city, { candidates, ...asked }, ({ stage, done, total }) => terminal.progress(`${jobStageWords[stage].zh} ${jobStageWords[stage].en} ${done}${total === null ? '' : ` / ${total}`}`))
      const answer = tellSiting({ asked, candidates: candidates.length, found }, ask, 'zh')
      const percentOf = ({ share }: { share: number | null }): string => (share === null ? '—' : `${(share * 100).toFixed(1)}%`)
      terminal.answer(answer, [
        `${open.identity.name}${open.identity.demo ? '（示意数据）' : ''} · ${answer.question.areaName ?? '全部'} · ${answer.question.categoryName}`, answer.rule, answer.method, '',
        ...answer.chosen.map(({ candidate, sentence }, at) => `${at + 1}. ${candidate.name}　${sentence}`), '',
        `居民覆盖　${percentOf(answer.before.residents)} → ${percentOf(answer.after.residents)}　新增 ${answer.difference.residents} 人`, `用时　　　${answer.seconds} 秒`,
      ])
      return 0
    } catch (error) {
      if (!(error instanceof SitingError)) throw error
      const note = sitingRefusal(error)
      throw note.kind === 'refused' ? new Refusal(note.code, note.details) : new CommandError('badOption', { option: '--seconds', expected: '>', found: body.limitSeconds })
    }
  })
}

const spelled: Readonly<Record<string, SitingObjective>> = { 'p-median': 'pMedian', 'p-centre': 'pCentre' }

function objectiveOf(values: Values, target: number | null): SitingObjective {
  const given = values['objective'], found = typeof given === 'string' ? (spelled[given] ?? given) : target === null ? 'maxCover' : 'setCover'
  const objective = sitingObjectives.find((one) => one === found)
  if (objective === undefined) throw new CommandError('badOption', { option: '--objective', expected: sitingObjectives.join('、'), found: String(given) })
  return objective
}

/** 0..1; null: none is given. */
function percent(values: Values): number | null {
  if (values['target'] === undefined) return null
  const found = Number(values['target'])
  if (!(found > 0 && found <= 100)) throw new CommandError('badOption', { option: '--target', expected: '0–100', found: String(values['target']) })
  return found / 100
}

function kindsOf(values: Values): CandidateKind[] | null {
  if (typeof values['kinds'] !== 'string') return null
  return values['kinds'].split(',').map((given) => {
    const kind = candidateKinds.find((one) => one === given && one !== 'uploaded')
    if (kind === undefined) throw new CommandError('badOption', { option: '--kinds', expected: candidateKinds.slice(0, 5).join('、'), found: given })
    return kind
  })
}
