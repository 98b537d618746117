import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import { registerList, type RegisterCode, type RegisterEntry } from '../../../geodata/model/registerList.ts'
import { registerWords } from '../../../geodata/words/registers/all.ts'
import { planted } from '../../seeds/planted.ts'
import { servedCity } from '../../tools/served-city.ts'
import { actAsked } from './asked-act.ts'
import { buildAsked } from './asked-build.ts'
import { governAsked } from './asked-govern.ts'
import { heatAsked } from './asked-heat.ts'
import { shareAsked } from './asked-share.ts'
import { trainAsked } from './asked-train.ts'
import { twoNewAsked } from './asked-two-new.ts'
import { countingOf, type Asked, type RegisterAnswer } from './asked.ts'

/** The list of DOMAIN.md 1 as a table: each mechanism with its endpoint and its page. */
const pages: Readonly<Record<NonNullable<RegisterEntry['page']>, string>> = { completeness: '/completeness', twoNew: '/two-new', heat: '/heat', matching: '/matching', narratives: '/registers/narratives' }
const list = (registerList as readonly RegisterEntry[]).map((one) => ({
  ...one, code: one.code as RegisterCode, endpoint: one.view === 'narrative' ? '/api/v1/narratives' : `/api/v1/registers/${one.code}`, route: one.page === undefined ? `/registers/${one.code}` : pages[one.page],
}))
const tables = list.filter(({ view }) => view !== 'narrative')

/** The month the demo speaks of. */
const month = '2026-06', day = '2026-06-30'
const asked: Partial<Record<RegisterCode, Asked>> = { ...governAsked, ...trainAsked, ...shareAsked, ...actAsked, ...buildAsked, ...twoNewAsked, ...heatAsked }

const { app, logIn } = await servedCity(planted())
const staff = await logIn('editor')
const counting = countingOf(planted(), day)

async function get(path: string, language = 'zh'): Promise<Response> {
  return app.request(path, { headers: { ...staff, 'accept-language': language } })
}

const answers = new Map<string, Promise<RegisterAnswer>>()
/** Every row of a register of the whole demo; asked once. */
function answerOf(code: string): Promise<RegisterAnswer> {
  const known = answers.get(code) ?? readAll(code)
  answers.set(code, known)
  return known
}

async function readAll(code: string): Promise<RegisterAnswer> {
  let answer: RegisterAnswer | null = null
  for (let cursor: string | null = ''; cursor !== null;) {
    const response = await get(`/api/v1/registers/${code}?month=${month}&limit=1000${cursor === '' ? '' : `&cursor=${cursor}`}`)
    if (response.status !== 200) throw new Error(`${code} answered ${response.status}: ${await response.text()}`)
    const page: RegisterAnswer = z.parse(exchanges.register.answer.schema, await response.json())
    answer = withRows(answer, page)
    cursor = page.next
  }
  if (answer === null) throw new Error(`${code}: no page`)
  return answer
}

const withRows = (before: RegisterAnswer | null, page: RegisterAnswer): RegisterAnswer => (before === null ? page : Object.assign(before, { rows: before.rows.concat(page.rows) }))

test('the list holds the numbers 1 to 80, each once, and no code twice', () => {
  expect(list.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1))
  expect(new Set(list.map(({ code }) => code)).size).toBe(80)
})

test('geodata/registers/LIST.md is this list: number, name, kind of view, endpoint, route', () => {
  const page = readFileSync(fileURLToPath(new URL('../../../geodata/registers/LIST.md', import.meta.url)), 'utf8')
  const lines = list.map(({ number, code, view, endpoint, route }) => `| ${number} | ${registerWords[code]?.name.zh} | ${view} | \`${endpoint}\` | \`${route}\` |`)
  expect(page.split('\n').filter((line) => /^\| \d/.test(line))).toEqual(lines)
})

test('each says its name, its question and, if it has figures, its formula in both languages', () => {
  const silent = list.filter(({ code, view }) => {
    const words = registerWords[code]
    return !words || [words.name, words.question, ...(view === 'narrative' ? [] : [words.formula, words.answer])].some(({ zh, en }) => zh === '' || en === '')
  })
  expect(silent.map(({ number, code }) => `${number} ${code}`)).toEqual([])
})

test('all are reached from the one list, by number, those without data aside', async () => {
  const { registers } = z.parse(exchanges.registers.answer.schema, await (await get(`/api/v1/registers?month=${month}`)).json())
  expect(list.filter(({ code }) => !registers.some((one) => one.code === code)).map(({ number, code }) => `${number} ${code}`)).toEqual([])
  expect(registers.map(({ number }) => number)).toEqual(registers.map(({ number }) => number).toSorted((a, b) => a - b))
  expect(registers.filter(({ answer, view }) => view !== 'narrative' && answer === '').map(({ code }) => code)).toEqual([])
})

test.each([['zh', '2026-06'], ['en', '2026-06'], ['zh', '2025-05'], ['zh', '2024-08']])('no sentence has a hole, a leftover of its pattern or a name too many, in %s for %s', async (language, asOf) => {
  for (const area of ['', '&area=990101001', '&area=990101002009']) {
    const { registers } = z.parse(exchanges.registers.answer.schema, await (await get(`/api/v1/registers?month=${asOf}${area}`, language)).json())
    expect(registers.length).toBeGreaterThan(50)
    expect(registers.filter(({ answer }) => /[{}[\]|—]|null|undefined|NaN|^[；，;,]|(、[^、；，]*){7}/.test(answer)).map(({ code, answer }) => `${code} ${area}: ${answer}`)).toEqual([])
  }
})

test('each has a page of the web that shows it', () => {
  const router = readFileSync(fileURLToPath(new URL('../../../web/router.ts', import.meta.url)), 'utf8')
  // Not the one that catches what has no page.
  const known = [...router.matchAll(/path: '([^']+)'/g)].map(([, path]) => path).filter((path) => !path.includes('*'))
  expect(known).toContain('/registers/:code')
  expect([...new Set(list.map(({ route }) => route))].filter((route) => !known.some((path) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(route)))).toEqual([])
})

describe('every mechanism with figures, on the demo', () => {
  test.each(tables)('$number $code has rows, a map if it has a place, and files', async ({ code, view, endpoint }) => {
    const answer = await answerOf(code)
    expect(answer.rows.length).toBe(answer.total)
    expect(answer.total).toBeGreaterThan(0)
    expect(new Set(answer.rows.map(({ id }) => id)).size).toBe(answer.total)
    expect(answer.rows.every(({ cells }) => cells.length === answer.columns.length)).toBe(true)
    expect(answer.columns.filter(({ name }) => name === '' || /^[a-z]/.test(name)).map((column) => column.code)).toEqual([])
    expect(answer.headlines.filter(({ name, of, ofName }) => name === '' || /^[a-z]/.test(name) || (of !== null && ofName === '')).map((one) => one.code)).toEqual([])
    if (view === 'layer') expect(answer.map).not.toBeNull()
    if (view === 'indicator') expect(answer.map?.kind === 'areas' ? answer.map.areas.filter(({ value }) => value !== null).length : (answer.map?.lines.length ?? answer.rows.filter(({ position }) => position).length)).toBeGreaterThan(0)
    if (view === 'compliance') expect(answer.columns.map(({ kind }) => kind)).toContain('state')
    const csv = await (await get(`${endpoint}/export?month=${month}&format=csv`)).text()
    expect(csv.split('\r\n').length).toBeGreaterThan(answer.total)
    expect(csv).toContain('示意数据')
    expect(csv).toContain(answer.register.formula.slice(0, 8))
    const geojson = await get(`${endpoint}/export?month=${month}&format=geojson`)
    if (view !== 'layer' && geojson.status === 400) return
    const { features } = (await geojson.json()) as { features: { geometry: unknown }[] }
    expect(features.length).toBe(answer.total)
    expect(features.filter(({ geometry }) => geometry !== null).length).toBeGreaterThan(0)
  }, 60_000)
})

describe('every narrative', () => {
  test.each(list.filter(({ view }) => view === 'narrative'))('$number $code stands on the page of narratives', async ({ code }) => {
    const { narratives } = z.parse(exchanges.narratives.answer.schema, await (await get('/api/v1/narratives')).json())
    expect(narratives.find((one) => one.code === code)?.text.length ?? 0).toBeGreaterThan(0)
  })
})

describe('the one question of each, by value', () => {
  test('no mechanism with figures goes unasked', () => {
    expect(tables.filter(({ code }) => !asked[code]).map(({ number, code }) => `${number} ${code}`)).toEqual([])
  })

  test.each(list.flatMap(({ code, number }) => (asked[code] ? [{ number, code, question: registerWords[code]?.question.en, asked: asked[code] }] : [])))('$number $code: $question', async ({ code, asked: { told, counted } }) => {
    const expected = counted(counting)
    expect(expected).not.toBeUndefined()
    expect(told(await answerOf(code))).toEqual(expected)
  }, 60_000)
})
