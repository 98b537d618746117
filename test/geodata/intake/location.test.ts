import { expect, test } from 'vitest'
import type { LocationFormat } from '../../../geodata/intake/location.ts'
import { readLocation } from '../../../geodata/intake/location.ts'
import { issueText } from '../../../geodata/words/issues.ts'

const fault = (text: string, format: LocationFormat): string => {
  const read = readLocation(text, format, 'f.txt')
  return read.ok ? 'read' : `${issueText(read.issues[0], 'zh')} ${issueText(read.issues[0], 'en')}`
}

test('both published formats are read, whatever the blanks', () => {
  expect(readLocation(' 3 2 1 \r\n 1 2 5 \n\n 2 3 7\n', 'pmed', 'f')).toEqual({ ok: true, value: { format: 'pmed', nodes: 3, sites: 1, edges: [{ from: 0, to: 1, length: 5 }, { from: 1, to: 2, length: 7 }] } })
  expect(readLocation('1 713\n2 1 9\n1 4 5 3\n2 6 7 9\n', 'pmedcap', 'f')).toEqual({ ok: true, value: { format: 'pmedcap', number: 1, published: 713, sites: 1, seats: 9, x: Int32Array.of(4, 6), y: Int32Array.of(5, 7), needs: Int32Array.of(3, 9) } })
})

test('a file that is none of them says which line, what was expected and what was found', () => {
  expect(fault('', 'pmed')).toBe('f.txt：文件是空的。 f.txt: The file is empty.')
  expect(fault('3 2\n', 'pmed')).toBe('f.txt（第 1 行第 1 列）：这一行应为 3 个整数（n m p），实为“3 2”。 f.txt (line 1, column 1): This line should be 3 whole numbers (n m p), found "3 2".')
  expect(fault('3 2 4\n1 2 5\n2 3 7', 'pmed')).toContain('p 应为 1 至 3 的整数，实为“4”')
  expect(fault('3 2 1\n1 2 5', 'pmed')).toContain('第一行之后应有 2 行数据，实有 1 行')
  expect(fault('3 2 1\n1 2 5\n  2 x 7', 'pmed')).toContain('f.txt（第 3 行第 5 列）：j 应为 1 至 3 的整数，实为“x”')
  expect(fault('3 2 1\n1 2 5\n2 3 -7', 'pmed')).toContain('c should be a whole number from 0 to 1000000, found "-7"')
  expect(fault('3 1 1\n1 2 5', 'pmed')).toContain('从结点 1 到不了结点 3')
  expect(fault('1 713\n', 'pmedcap')).toContain('expected 1 lines of data'.replace('expected 1', 'promises 1'))
  expect(fault('1 713\n2 1 9\n1 4 5 3\n3 6 7 9\n', 'pmedcap')).toContain('number should be a whole number from 2 to 2, found "3"')
  expect(fault('1 713\n2 1 9\n1 4 5 3\n2 6 7 10\n', 'pmedcap')).toContain('q 应为 0 至 9 的整数，实为“10”')
})
