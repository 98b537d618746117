import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { LocationFile, LocationFormat } from '../../geodata/intake/location.ts'
import { locationFormats, readLocation } from '../../geodata/intake/location.ts'
import { issue } from '../../geodata/intake/issue.ts'
import type { Result } from '../../geodata/intake/result.ts'
import { failed } from '../../geodata/intake/result.ts'
import { solvePublished } from '../../geodata/kernel/siting/published.ts'
import { issueText } from '../../geodata/words/issues.ts'
import { highsSolver } from '../siting/highs.ts'
import { CommandError, type Option, type Terminal, type Values } from './command.ts'
import { wholeNumber } from './whole-number.ts'

const objectives = ['p-median', 'p-centre'] as const

export const instanceOptions: readonly Option[] = [
  { name: 'instance', value: 'FILE', zh: '求解公开算例文件（OR-Library）', en: 'solve a published instance (OR-Library)' },
  { name: 'format', value: locationFormats.join('|'), zh: '算例格式', en: 'format of the instance' },
  { name: 'objective', value: objectives.join('|'), zh: '目标：总距离最小或最远距离最小；pmedcap 只有 p-median（带容量）', en: 'least distance in all, or least longest distance; pmedcap: p-median with seats' },
  { name: 'seconds', value: 'N', zh: '最多几秒，算例默认 60，城市默认 120', en: 'at most so many seconds, by default 60 for an instance and 120 for a city' },
]

/** A published benchmark: value, bound and the sites, numbered from 1 as in the file. */
export async function solveInstance(values: Values, terminal: Terminal): Promise<number> {
  const path = String(values['instance']), format = oneOf(values, 'format', locationFormats), objective = oneOf(values, 'objective', objectives)
  if (format === 'pmedcap' && objective !== 'p-median') throw new CommandError('badOption', { option: '--objective', expected: 'p-median', found: objective })
  const seconds = wholeNumber(values, 'seconds', 1, 3600) ?? 60
  const read = readInstance(path, format)
  if (!read.ok) {
    const sentences = (language: 'zh' | 'en'): string[] => read.issues.map((one) => issueText(one, language))
    terminal.failure({ issues: read.issues.map((one, i) => ({ ...one, message: sentences('zh')[i], messageEn: sentences('en')[i] })) }, [...sentences('zh'), ...sentences('en')])
    return 1
  }
  const start = performance.now()
  const leftMs = (): number => seconds * 1000 - (performance.now() - start)
  const exact = objective === 'p-centre' ? await highsSolver(leftMs) : null
  const found = solvePublished(read.value, objective, { exact, going: () => leftMs() > 0, progress: (_, done, total) => terminal.progress(`${done}${total === null ? '' : ` / ${Math.round(total)}`}`) })
  const took = Math.round(performance.now() - start) / 1000
  const isAnswered = found.value < Infinity
  const { value, bound, proven } = found, sites = found.chosen.map((site) => site + 1)
  const gapShare = isAnswered ? (value - bound) / Math.max(value, 1e-9) : null
  terminal.answer({ file: basename(path), format, objective, sitesWanted: read.value.sites, value: isAnswered ? value : null, bound, gapShare, proven, chosen: isAnswered ? sites : [], seconds: took, stopped: leftMs() > 0 ? 'done' : 'timeLimit' }, [
    isAnswered ? `目标值 value ${value}　下界 bound ${bound}　差距 gap ${((gapShare ?? 0) * 100).toFixed(3)} %　${proven ? '已证明最优 proven optimal' : '未证明最优 not proven'}　${took} 秒 s` : `没有找到可行解，用时 ${took} 秒。 No feasible choice was found in ${took} s.`,
    ...(isAnswered ? [`选中 chosen ${sites.join(' ')}`] : []),
  ])
  return isAnswered ? 0 : 1
}

function readInstance(path: string, format: LocationFormat): Result<LocationFile> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return failed(code === 'ENOENT' ? issue('fileMissing', basename(path)) : issue('fileUnreadable', basename(path), null, { found: code }))
  }
  return readLocation(text, format, basename(path))
}

function oneOf<T extends string>(values: Values, name: string, among: readonly T[]): T {
  const found = values[name]
  if (found === undefined) throw new CommandError('missingOption', { command: 'siting', option: `--${name}` })
  const known = among.find((one) => one === found)
  if (known === undefined) throw new CommandError('badOption', { option: `--${name}`, expected: among.join(' | '), found: String(found) })
  return known
}
