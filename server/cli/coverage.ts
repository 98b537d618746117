import * as z from 'zod/mini'
import { coverage } from '../../geodata/contract/coverage.ts'
import { coverageAnswer } from '../answers/coverage.ts'
import type { Command } from './command.ts'
import { withCity } from './open-database.ts'
import { wholeReader } from './whole-reader.ts'
import { questionOptions, questionValues } from './question-options.ts'

export const coverageCommand: Command = {
  name: 'coverage', words: null, zh: '覆盖率：四种分母，按区域', en: 'coverage by four denominators, and by area',
  options: questionOptions(coverage.query),
  async run(_, values, terminal) {
    const query = z.parse(coverage.query, questionValues(coverage.query, values))
    return withCity(terminal, async (open) => {
      const answer = await coverageAnswer(open, query, wholeReader, 'zh')
      const line = (name: string, { covered, total, share }: { covered: number | null; total: number | null; share: number | null }): string => `${name.padEnd(6, '　')}${covered} / ${total}　${share === null ? '—' : `${(share * 100).toFixed(1)}%`}`
      terminal.answer(answer, [
        `${open.identity.name}${open.identity.demo ? '（示意数据）' : ''} · ${answer.question.areaName ?? '全部'} · ${answer.question.categoryName}`, answer.rule, '',
        ...(answer.hour ? [`开放　　　${answer.hour.openSites} / ${answer.hour.sites} 处${answer.hour.unknownSites > 0 ? `，${answer.hour.unknownSites} 处时间不明` : ''}`] : []),
        line('居民', answer.residents), line('家庭', answer.households), line('住宅楼', answer.buildings), line('居住用地', answer.landSquareMetres), line('社区', answer.communities),
        `无数据　　${answer.noDataBuildings} 栋`, `数据日期　${answer.dataDate ?? '—'}　版本 ${answer.dataVersion}`,
      ])
      return 0
    })
  },
}
