import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { en } from '../../../web/text/en.ts'
import { thin } from '../../../web/text/numbers.ts'
import { firstSentence, sayIn, spaced } from '../../../web/text/speech.ts'
import { areaPageZh } from '../../../web/text/areaPage.zh.ts'
import { clockZh } from '../../../web/text/clock.zh.ts'
import { deskZh } from '../../../web/text/desk.zh.ts'
import { planZh } from '../../../web/text/plan.zh.ts'
import { heatZh } from '../../../web/text/heat.zh.ts'
import { screenEmptyZh } from '../../../web/text/screenEmpty.zh.ts'
import { screenZh } from '../../../web/text/screen.zh.ts'
import { screenBoardsZh } from '../../../web/text/screenBoards.zh.ts'
import { screenSpeakZh } from '../../../web/text/screenSpeak.zh.ts'
import { screenTourZh } from '../../../web/text/screenTour.zh.ts'
import { registersZh } from '../../../web/text/registers.zh.ts'
import { scenariosZh } from '../../../web/text/scenarios.zh.ts'
import { suggestZh } from '../../../web/text/suggest.zh.ts'
import { tasksZh } from '../../../web/text/tasks.zh.ts'
import { zh as firstZh, type TextKey, type Texts } from '../../../web/text/zh.ts'

const web = fileURLToPath(new URL('../../../web/', import.meta.url))
const zh: Texts = { ...firstZh, ...deskZh, ...planZh, ...suggestZh, ...scenariosZh, ...heatZh, ...clockZh, ...areaPageZh, ...tasksZh, ...registersZh, ...screenZh, ...screenBoardsZh, ...screenEmptyZh, ...screenTourZh, ...screenSpeakZh }
const keys = Object.keys(zh) as TextKey[]
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]))].sort()

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort())
  })
  it('fill in the same values in both languages', () => {
    for (const key of keys) expect(placeholders(en[key]), key).toEqual(placeholders(zh[key]))
  })
  it('stand nowhere else: no Chinese outside web/text', () => {
    const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|vue)$/.test(name) && !/^(text|map)\//.test(name))
    // Comments explain terms of the field by their Chinese names; what a reader sees does not stand there.
    const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const offending = files.filter((name) => /\p{Script=Han}/u.test(withoutComments(readFileSync(web + name, 'utf8'))))
    expect(offending).toEqual([])
  })
  it('are all used', () => {
    const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|vue)$/.test(name) && !/^text\/(\w+\.)?(zh|en)(Codes)?\.ts$/.test(name))
      .map((name) => readFileSync(web + name, 'utf8')).join('\n')
    const spelled = (key: string): boolean => sources.includes(`'${key}'`) || sources.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`)
    expect(keys.filter((key) => !spelled(key))).toEqual([])
  })
})

describe('a first sentence', () => {
  it('ends at its full stop and not at a decimal point', () => {
    expect(firstSentence('600 米内没有社区食堂。最近的是甲，约 21.5 分钟。')).toBe('600 米内没有社区食堂。')
    expect(firstSentence('It is 1.5 km away. The nearest is A.')).toBe('It is 1.5 km away.')
    expect(firstSentence('')).toBe('')
  })
})

describe('Chinese typography', () => {
  it('sets a thin space between characters and figures, once', () => {
    expect(spaced('步行 19 分钟,差9分')).toBe(`步行${thin}19${thin}分钟,差${thin}9${thin}分`)
    expect(spaced(`共${thin}1.2${thin}万 人`)).toBe(`共${thin}1.2${thin}万人`)
    expect(spaced('审图号 京S(2025)001号,共9处')).toBe(`审图号 京S(2025)001号,共${thin}9${thin}处`)
    expect(spaced('GS（2024）0650号')).toBe('GS（2024）0650号')
  })
  it('leaves English alone', () => {
    expect(sayIn(en, 'en')('gaps.walk', { minutes: 19 })).toBe('19 min walk')
  })
})
