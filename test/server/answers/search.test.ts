import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import { fold } from '../../../server/answers/search/fold.ts'
import { matchWord, wordOf, type Fit } from '../../../server/answers/search/match-word.ts'
import { readingsOf } from '../../../server/answers/search/readings.ts'
import { change } from '../../tools/edits.ts'
import { entry, organisation } from '../../tools/registers.ts'
import { servedCity } from '../../tools/served-city.ts'
import { at, facility, smallIdentity, smallRecords } from '../../tools/small-city.ts'

const names: [id: string, name: string][] = [
  ['f1', '柳浦社区食堂'], ['f2', '食堂'], ['f3', '食堂东柳浦店'], ['f4', '重庆路卫生站'], ['f5', '单家村（东）活动室'], ['f6', 'ＡＢ座茶室'], ['f7', '绿园'], ['f8', '𠮷野家助餐点'], ['f9', '西安路理发'], ['f10', '先锋理发'],
]
const records: CityRecord[] = [
  ...smallRecords, ...names.map(([id, name]) => ({ kind: 'facility', record: facility(id, 'canteen', id === 'f7' ? 5.1234 : 5, 3, { name }) }) as const),
  { kind: 'unit', record: { id: 'u-hidden-soon', name: '旧设计院', nature: 'stateEnterprise', position: at(3, 3), community: null, validFrom: null, validTo: '2020-01-01', source: 'x', date: null } },
  { kind: 'organisation', record: organisation('o-west', { name: '云帆软件有限公司', community: '110105001001' }) }, { kind: 'organisation', record: organisation('o-east', { name: '云帆物流有限公司', community: '110105001002' }) },
  { kind: 'entry', record: entry('committee', 'committee', { level: 'community', termStart: '2020-01-01', termEnd: '2090-01-01', brand: null }, { area: '110105001001' }) },
  { kind: 'entry', record: entry('seat', 'seat', { committee: 'committee', number: 1, category: 'police', role: 'member', post: null, appointedBy: null }) },
]
const { app, world, store, logIn } = await servedCity({ identity: smallIdentity, records })

type Hits = AnswerOf<typeof exchanges.search>['hits']
const search = async (q: string, more = ''): Promise<Hits> => z.parse(exchanges.search.answer.schema, await (await app.request(`/api/v1/search?q=${encodeURIComponent(q)}${more}`)).json()).hits
const idsOf = async (q: string, more = ''): Promise<string[]> => (await search(q, more)).map(({ id }) => id)

describe('search', () => {
  test('puts the name itself before those that begin with it before those that hold it', async () => {
    expect(await idsOf('食堂')).toEqual(['f2', 'f3', 'f1'])
  })

  test.each([
    ['shitang', ['f2', 'f3', 'f1']], ['shit', ['f2', 'f3', 'f1']], ['lpsqst', ['f1']], ['liupusheq', ['f1']], ['lpshitang', []], ['柳浦sq', ['f1']], ['SHI TANG', ['f2', 'f3', 'f1']],
  ])('by pinyin and initials, whole or in part: %s', async (q, ids) => {
    expect(await idsOf(q)).toEqual(ids)
  })

  test('knows every reading of a sign: 重庆 is chongqing, a surname is read as one, ü is typed as v', async () => {
    expect([await idsOf('chongqing'), await idsOf('zhongqing'), await idsOf('shanjiacun'), await idsOf('lvyuan'), await idsOf('lüyuan')]).toEqual([['f4'], ['f4'], ['f5'], ['f7'], ['f7']])
  })

  test('reads xian as 西安 and as 先, and looks past brackets', async () => {
    expect((await idsOf('xian')).toSorted()).toEqual(['f10', 'f9'])
    expect(await idsOf('djcdhds')).toEqual(['f5'])
  })

  test('folds width and case', async () => {
    for (const q of ['ab座', 'ＡＢ座', 'AB', 'ａb']) expect(await idsOf(q)).toEqual(['f6'])
  })

  test('wants every word, in any order, and marks what was found as it is written', async () => {
    expect(await idsOf('食堂 柳浦')).toEqual(['f1', 'f3'])
    expect((await search('柳浦 食堂')).map(({ id, marks }) => [id, marks])).toEqual([['f1', [[0, 2], [4, 6]]], ['f3', [[0, 2], [3, 5]]]])
    // Counted in signs: the first one takes two code units.
    expect((await search('助餐')).map(({ marks }) => marks)).toEqual([[[3, 5]]])
    expect((await search('shitang'))[0].marks).toEqual([])
  })

  test('finds areas by name and code, the larger first, with their box and the area above', async () => {
    expect(await idsOf('110105001')).toEqual(['110105001', '110105001001', '110105001002', '110105001001001', '110105001002001'])
    const [street] = await search('手绘街道')
    expect(street).toMatchObject({ kind: 'area', id: '110105001', sort: 'street', place: '手绘区', box: [...at(0, 0), ...at(22, 8)] })
    expect((await search('某机关'))[0]).toMatchObject({ kind: 'unit', sort: 'government', place: '西社区', position: at(5, 3), box: null })
    expect((await search('绿园'))[0]).toMatchObject({ kind: 'facility', sort: 'canteen', place: '西社区' })
  })

  test('keeps to a kind and a number, and finds no unit that has ended', async () => {
    expect(await idsOf('unit', '&kind=unit')).toEqual(['unit-1'])
    expect((await search('1', '&limit=2')).length).toBe(2)
    expect(await idsOf('设计院')).toEqual([])
  })

  test('tells the public where something is to four decimals, and staff as it is recorded', async () => {
    const decimals = async (q: string, headers: Readonly<Record<string, string>>): Promise<number> => {
      const { hits } = z.parse(exchanges.search.answer.schema, await (await app.request(`/api/v1/search?q=${encodeURIComponent(q)}`, { headers })).json())
      return Math.max(...hits.flatMap(({ position }) => (position ?? []).map((degrees) => `${degrees}`.split('.')[1]?.length ?? 0)))
    }
    expect([await decimals('绿园', {}), await decimals('绿园', await logIn('planner'))]).toEqual([4, 7])
  })

  test('finds organisations for planners within their areas, registers that have data for leaders, and neither for the public', async () => {
    const ids = async (q: string, headers: Readonly<Record<string, string>>): Promise<string[]> => z.parse(exchanges.search.answer.schema, await (await app.request(`/api/v1/search?q=${encodeURIComponent(q)}`, { headers })).json()).hits.map(({ id }) => id)
    const leader = await logIn('leader'), planner = await logIn('planner'), westPlanner = await logIn('planner', ['110105001001'])
    expect([await ids('yunfan', planner), await ids('yunfan', westPlanner), await ids('yunfan', leader), await ids('yunfan', {})]).toEqual([['o-east', 'o-west'], ['o-west'], [], []])
    expect([await ids('xwkq', leader), await ids('席位空缺', leader), await ids('席位空缺', {})]).toEqual([['vacancies'], ['vacancies'], []])
    // Nothing was entered about pairs of units and communities.
    expect(await ids('双结对', leader)).toEqual([])
  })

  test('follows a changed name', async () => {
    await change(store, 'facility', 'f10', { name: '望澜理发' })
    await world.refresh()
    expect([await idsOf('wanglan'), await idsOf('xianfeng')]).toEqual([['f10'], []])
  })
})

describe('a word against a name', () => {
  /** Every way the signs can be typed, written out: the slow way. */
  function fitSlowly(name: string, word: string): Fit | null {
    const at = name.indexOf(word)
    if (at >= 0) return at > 0 ? 'inside' : name === word ? 'exact' : 'prefix'
    for (const short of [false, true]) for (let start = 0; start < name.length; start++) if (typings(name.slice(start), short).some((typed) => typed.startsWith(word))) return short ? 'initials' : 'pinyin'
    return null
  }
  function typings(name: string, short: boolean): string[] {
    if (name === '') return ['']
    const readings = readingsOf(name.charCodeAt(0))
    const first = readings.length === 0 ? [name[0], ''] : [name[0], ...readings, ...(short ? readings.map((reading) => reading[0]) : [])]
    const rest = typings(name.slice(1), short)
    return first.flatMap((typed) => rest.map((more) => typed + more))
  }

  test('fits as every way of typing it, written out, says', () => {
    const signs = fc.constantFrom(...'重庆单长行乐西安先绿女（)a1')
    fc.assert(fc.property(fc.array(signs, { minLength: 1, maxLength: 4 }), fc.string({ unit: fc.constantFrom(...'acghilnqsvxyz1重长'), minLength: 1, maxLength: 5 }), (name, word) => {
      const folded = fold(name.join(''))
      // A sign that is not read can only stand between others.
      if (readingsOf(folded.charCodeAt(0)).length === 0) return
      expect([folded, word, matchWord(folded, wordOf(word))?.fit ?? null]).toEqual([folded, word, fitSlowly(folded, word)])
    }), { seed: 20261122, numRuns: 3000 })
  })

  test('that is made to be slow ends all the same', () => {
    expect(matchWord('嗯'.repeat(80), wordOf(`${'n'.repeat(58)}x`))).toBe(null)
  })

  test('keeps its length when it is folded', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => { expect(fold(text).length).toBe(text.length) }), { seed: 1, numRuns: 500 })
    expect(fold('ＡＢ　Ü')).toBe('ab v')
  })
})
