import * as z from 'zod/mini'
import { writeFileSync } from 'node:fs'
import { gaps } from '../../geodata/contract/coverage.ts'
import { gapExport } from '../answers/gap-export.ts'
import { gapsAnswer } from '../answers/gaps.ts'
import type { Command } from './command.ts'
import { withCity } from './open-database.ts'
import { questionOptions, questionValues } from './question-options.ts'

export const gapsCommand: Command = {
  name: 'gaps', words: null, zh: '服务空白楼栋，附原因', en: 'buildings left out, and why',
  options: [...questionOptions(gaps.query), { name: 'out', value: 'FILE', zh: '写入文件', en: 'write to a file' }],
  async run(_, values, terminal) {
    const query = z.parse(gaps.query, questionValues(gaps.query, values))
    return withCity(terminal, async (open) => {
      if (query.format !== undefined && query.format !== 'json') {
        const { body } = await gapExport(open, query, query.format, 'zh')
        if (typeof values['out'] === 'string') writeFileSync(values['out'], body)
        else terminal.bytes(body)
        return 0
      }
      const answer = await gapsAnswer(open, query, 'zh')
      if (typeof values['out'] === 'string') {
        writeFileSync(values['out'], JSON.stringify(answer))
        return 0
      }
      const rows = answer.rows.map(({ building, residents, sentence }) => `${[building.community, building.name || building.id].filter(Boolean).join(' ')}　${residents} 人　${sentence}`)
      const { format } = query
      terminal.answer(answer, format === 'json' ? [JSON.stringify(answer)] : [answer.rule, `空白楼栋 ${answer.total}，居民 ${answer.totalResidents}`, '', ...rows, ...(answer.next ? [`下一页 --cursor ${answer.next}`] : [])])
      return 0
    })
  },
}
