import * as z from 'zod/mini'
import { writeFileSync } from 'node:fs'
import { gaps } from '../../geodata/contract/coverage.ts'
import { gapExport } from '../answers/gap-export.ts'
import { gapsAnswer } from '../answers/gaps.ts'
import { CommandError, type Command, type Terminal } from './command.ts'
import { withCity } from './open-database.ts'
import { wholeReader } from './whole-reader.ts'
import { questionOptions, questionValues } from './question-options.ts'

export const gapsCommand: Command = {
  name: 'gaps', words: null, zh: '服务空白楼栋，附原因', en: 'buildings left out, and why',
  options: [...questionOptions(gaps.query), { name: 'out', value: 'FILE', zh: '写入文件', en: 'write to a file' }],
  async run(_, values, terminal) {
    const query = z.parse(gaps.query, questionValues(gaps.query, values))
    return withCity(terminal, async (open) => {
      const out = typeof values['out'] === 'string' ? values['out'] : null
      if (query.format !== undefined && query.format !== 'json') {
        if (terminal.json && out === null) throw new CommandError('conflictingOptions', { option: '--json', other: `--format ${query.format}` })
        const { body } = await gapExport(open, query, query.format, wholeReader, 'zh')
        if (out === null) terminal.bytes(body)
        else written(terminal, out, body)
        return 0
      }
      const answer = await gapsAnswer(open, query, wholeReader, 'zh')
      if (out !== null) {
        written(terminal, out, new TextEncoder().encode(JSON.stringify(answer)))
        return 0
      }
      const rows = answer.rows.map(({ building, residents, sentence }) => `${[building.community, building.name || building.id].filter(Boolean).join(' ')}　${residents === null ? '人数从略' : `${residents} 人`}　${sentence}`)
      const { format } = query
      terminal.answer(answer, format === 'json' ? [JSON.stringify(answer)] : [answer.rule, `空白楼栋 ${answer.total}，居民 ${answer.totalResidents ?? '—'}`, '', ...rows, ...(answer.next ? [`下一页 --cursor ${answer.next}`] : [])])
      return 0
    })
  },
}

function written(terminal: Terminal, path: string, body: Uint8Array): void {
  try {
    writeFileSync(path, body)
  } catch (error) {
    throw new CommandError('fileNotWritten', { path, found: error instanceof Error && 'code' in error ? String(error.code) : String(error) })
  }
  terminal.answer({ file: path, bytes: body.length }, [`${path}：${body.length} 字节 bytes`])
}
