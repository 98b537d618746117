import { describe, expect, it } from 'vitest'
import { sheetCodes, sheets } from '../../../geodata/model/sheets/all.ts'
import type { Sheet } from '../../../geodata/model/sheets/field.ts'
import { choicesOf, fieldWords, sheetWords } from '../../../geodata/words/sheets/all.ts'
import { commonColumns, commonWords } from '../../../geodata/words/sheets/common.ts'

describe('the words of the sheets', () => {
  it.each(['zh', 'en'] as const)('no two sheets share a name in %s', (language) => {
    const names = sheetCodes.map((code) => sheetWords[code].name[language])
    expect(new Set(names).size).toBe(sheetCodes.length)
  })

  it.each(sheetCodes)('%s: no two columns share a heading, and every column has one', (code) => {
    for (const language of ['zh', 'en'] as const) {
      const headings = [...commonColumns.map((column) => commonWords[column][language]), ...Object.keys(sheets[code].fields).map((field) => fieldWords(code, field)?.[language] ?? '')]
      expect(headings.filter((heading, i) => heading === '' || headings.indexOf(heading) !== i)).toEqual([])
    }
  })

  it.each(sheetCodes)('%s: every choice has a word of its own in both languages', (code) => {
    for (const [field, { kind }] of Object.entries((sheets[code] as Sheet).fields)) {
      if (kind !== 'choice') continue
      const choices = choicesOf(code, field) ?? []
      expect(choices.length).toBeGreaterThan(1)
      for (const language of ['zh', 'en'] as const) expect(new Set(choices.map(({ word }) => word[language])).size).toBe(choices.length)
    }
  })
})
