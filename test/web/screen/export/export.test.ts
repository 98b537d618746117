import { describe, expect, test } from 'vitest'
import { array, assert as hold, constantFrom, integer, property } from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { geodesicMetres } from '../../../tools/geodesic.ts'
import { paletteOf } from '../../../../web/map/palette.ts'
import { composeSheet } from '../../../../web/screen/export/compose.ts'
import type { SheetContent, WallAnswer } from '../../../../web/screen/export/content.ts'
import { viewIn, type SheetView } from '../../../../web/screen/export/view.ts'
import { shortened, wrapped, type Drawn, type Measure } from '../../../../web/screen/export/drawn.ts'
import { middleOf } from '../../../../web/screen/export/paint.ts'
import { papers } from '../../../../web/screen/export/paper.ts'
import { viewQuery } from '../../../../web/screen/export/link.ts'
import { areaTitle, basisOf, exportSaying, frozenBasis, numberShown } from '../../../../web/screen/export/words.ts'
import { wallTable, type WallValues } from '../../../../web/screen/wallQuery.ts'
import { readQuery, standardValues } from '../../../../web/stores/query.ts'
import { readTable } from '../../../../web/stores/table.ts'
import type { WallNumber } from '../../../../geodata/contract/wall.ts'
import { fitted, linesOf, linesOfPage, type Report } from '../../../../web/screen/export/report.ts'
import { reportFile } from '../../../../web/screen/export/reportFile.ts'

/** Chinese signs are as wide as they are high, others half of it. */
const measure: Measure = (text, size) => [...text].reduce((sum, sign) => sum + (/[一-鿿，。？：（）]/.test(sign) ? size : size * 0.55), 0)

const fresh = { source: 'sites', date: '2026-11-20', state: 'fresh', ageDays: 2, ageingAfter: 30, oldAfter: 90 } as const
const boardHead = { fresh, rule: '', formula: '', denominator: '', page: '/plan', untold: 0, why: null, answer: '服务空白的楼栋多数只有职工食堂，未对居民开放，其余离得太远。' } as const
const row = (at: number) => ({ id: `row-${at}`, name: `九江里社区第${at}网格`, value: 40 - at, of: 60, second: { value: 30 - at, of: 60 }, state: null, note: '', areas: [], position: null })
const content = (more: Partial<SheetContent> = {}): SheetContent => ({
  title: '望澜街道 · 邻里一张图', ground: '#ffffff', subtitle: '定版：上报口径 2026Q3', stamps: ['示意数据'],
  numbers: Array.from({ length: 8 }, (_, at) => ({ question: `10 分钟内吃得上饭的 60+ 占多少？第${at}问`, answer: '72.4%', unit: '', notes: ['2025 年 1 月 1 日数据，待更新', '社会组织 88 / 90 家', '应建未建 3 家', '工作覆盖 87.1%'], states: ['拟定目标 85.0%，▽ 未达', '比 8 月末高 1.3 个百分点，好转'], trend: [0, 0.5, null, 0.2, 1] })),
  boards: [
    { ...boardHead, code: 'noMeals', question: '哪些楼没饭吃，为何？', kind: 'bars', measures: ['楼栋', '居民'], unit: '栋', rows: Array.from({ length: 30 }, (_, at) => row(at)), total: 34 },
    { ...boardHead, code: 'hours', question: '哪个时段断档？', kind: 'halfHours', day: '2026-11-23', dayName: '工作日', covered: Array.from({ length: 48 }, (_, at) => (at === 5 ? null : at * 10)), open: Array.from({ length: 48 }, () => 1), total: 470 },
    { ...boardHead, code: 'missingRoom', question: '缺哪一室？', kind: 'matrix', columns: Array.from({ length: 10 }, (_, at) => ({ code: `${at}`, name: '书', short: '书' })), rows: Array.from({ length: 26 }, (_, at) => ({ code: `${at}`, name: '纺织新村社区', cells: ['built', 'shared', 'underway', 'missing', 'belowArea', 'built', 'built', 'built', 'missing', 'built'] as const })).map((one) => ({ ...one, cells: [...one.cells] })) },
    { ...boardHead, code: 'emptyCarriers', question: '哪栋楼宇空白？', kind: 'pairs', measures: ['组织', '工作'], unit: '家', rows: [row(1), row(2)], total: 2 },
  ],
  map: { width: 900, height: 800, camera: { lon: 121, lat: 31.2, zoom: 14.3, bearing: 0, pitch: 0 }, part: null },
  legend: [{ label: '10 分钟内走得到', fill: '#83BDB3', pattern: null }, { label: '走不到', fill: '#6C2C8F', pattern: 'gap' }], legendTitle: '社区食堂',
  notes: ['数据日期 2026 年 11 月 20 日  ·  定版：上报口径 2026Q3', '数据来源 演示  ·  社区、网格界线仅供参考'], link: 'https://linli.example/screen?area=x', code: [[true, false], [false, true]],
  words: { metres: '米', kilometres: '公里', scaleInMiddle: (length) => `${length}（倾斜视图）`, north: '北', more: (left) => `另 ${left} 项`, noCode: '链接太长', hour: (hour) => `${hour}时`, gapRule: '橙色带点：不到最高的一半', squares: '满格：已建或共享；半格：在建；橙半格：面积不足；斜线：缺', figure: (_board, { value, of }) => `${value}/${of}`, note: (_board, { note }) => note, said: (text) => text },
  ...more,
})
const palette = paletteOf('light')
const texts = (shapes: readonly Drawn[]) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []))
const boxOf = (shape: Extract<Drawn, { kind: 'text' }>) => {
  const width = measure(shape.text, shape.size, shape.weight)
  const left = shape.anchor === 'start' ? shape.x : shape.anchor === 'end' ? shape.x - width : shape.x - width / 2
  return { left, right: left + width, top: shape.y - shape.size * 0.85, bottom: shape.y + shape.size * 0.2 }
}

describe('a sheet', () => {
  test.each(papers.flatMap((paper) => [{ paper, boards: 4 }, { paper, boards: 0 }]))('of $paper.code with $boards boards keeps every text inside and none upon another', ({ paper, boards }) => {
    const { shapes } = composeSheet(content({ boards: content().boards.slice(0, boards) }), paper, palette, measure)
    const boxes = texts(shapes).map((shape) => ({ ...boxOf(shape), text: shape.text }))
    expect(boxes.filter((box) => box.left < 0 || box.right > paper.width || box.top < 0 || box.bottom > paper.height)).toEqual([])
    const overlapping = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1).map((other) => `${one.text} / ${other.text}`))
    expect(overlapping).toEqual([])
  })

  test('says all it was given: title, numbers, boards, legend, sources and the code', () => {
    const { shapes } = composeSheet(content(), papers[1], palette, measure)
    const said = texts(shapes).map(({ text }) => text).join('\n')
    for (const part of ['望澜街道', '示意数据', '72.4%', '哪个时段断档？', '10 分钟内走得到', '数据日期', '数据来源']) expect(said).toContain(part)
    expect(shapes.filter(({ kind }) => kind === 'code')).toHaveLength(1)
    expect(shapes.filter(({ kind }) => kind === 'map')).toHaveLength(1)
  })

  test('says a long question in two lines rather than half of it', () => {
    const asked = 'How many enterprises have a party organisation, and how many should?'
    for (const paper of papers) {
      const numbers = content().numbers.map((number) => ({ ...number, question: asked }))
      const said = texts(composeSheet(content({ numbers }), paper, palette, measure).shapes).map(({ text }) => text).join(' ')
      expect(said.split(asked).length - 1).toBe(8)
    }
  })

  test('counts the rows that find no room', () => {
    const { shapes } = composeSheet(content(), papers[0], palette, measure)
    const shown = texts(shapes).filter(({ text }) => text.startsWith('九江里')).length - 2
    const left = Number(/另 (\d+) 项/.exec(texts(shapes).find(({ text }) => text.startsWith('另'))?.text ?? '')?.[1])
    expect(shown + left).toBe(34)
  })

  test.each([4.2, 31.2, 49.9])('has a scale bar whose drawn line is right to 2 per cent at latitude %f', (latitude) => {
    for (const zoom of [10.4, 14.3, 17.9]) {
      const map = { width: 900, height: 800, camera: { lon: 121, lat: latitude, zoom, bearing: 0, pitch: 0 }, part: { x: 40, y: 130, width: 700, height: 500 } }
      const { shapes, view } = composeSheet(content({ map }), papers[1], palette, measure)
      // Measured on the sheet: the frame the map's picture fills, the level part of the bar, and what is written at it.
      const frame = shapes.find(({ kind }) => kind === 'map') as Extract<Drawn, { kind: 'map' }>
      const label = texts(shapes).find(({ text }) => /^[\d.]+\u2009(米|公里)$/.test(text))
      const [, amount = '', unit] = /^([\d.]+)\u2009(米|公里)$/.exec(label?.text ?? '') ?? []
      const line = shapes.find((shape): shape is Extract<Drawn, { kind: 'line' }> => shape.kind === 'line' && shape.points.length === 4 && Math.abs(shape.points[1][1] - (label?.y ?? 0)) < 0.03 * papers[1].height)
      const [[from], [to]] = [line?.points[1] ?? [0, 0], line?.points[2] ?? [0, 0]]
      // The map is as many pixels wide as degrees of longitude at its zoom: 512 * 2 ** zoom pixels go round the world.
      const degrees = ((to - from) / frame.width) * view.width * (360 / (512 * 2 ** zoom))
      const metres = geodesicMetres([121, view.camera.lat], [121 + degrees, view.camera.lat])
      expect(Math.abs(metres / (Number(amount) * (unit === '公里' ? 1000 : 1)) - 1)).toBeLessThan(0.02)
      expect(to - from).toBeGreaterThan(papers[1].height * 0.03)
      expect(frame.width / frame.height).toBeCloseTo(view.width / view.height, 6)
    }
  })

  test('covers nothing of the map: legend, scale and notes stand beside it', () => {
    for (const paper of papers) {
      const { shapes, map } = composeSheet(content(), paper, palette, measure)
      expect(texts(shapes).map((shape) => ({ ...boxOf(shape), text: shape.text })).filter((box) => box.right > map.x + 1 && box.left < map.x + map.width - 1 && box.bottom > map.y + 1 && box.top < map.y + map.height - 1)).toEqual([])
    }
  })

  test('has a code of whole pixels, large enough for a telephone, and says where there is none', () => {
    const code = Array.from({ length: 53 }, () => Array.from({ length: 53 }, () => true))
    for (const paper of papers) {
      const drawn = composeSheet(content({ code }), paper, palette, measure).shapes.find(({ kind }) => kind === 'code') as Extract<Drawn, { kind: 'code' }>
      // Four white modules around it.
      expect(drawn.side % 61).toBe(0)
      expect([drawn.x, drawn.y].every(Number.isInteger)).toBe(true)
      expect(drawn.side / 61).toBeGreaterThanOrEqual(3)
    }
    expect(texts(composeSheet(content({ code: null }), papers[0], palette, measure).shapes).map(({ text }) => text)).toContain('链接太长')
  })

  test('takes the middle of the map, undistorted', () => {
    hold(property(integer({ min: 50, max: 8000 }), integer({ min: 50, max: 8000 }), integer({ min: 50, max: 5000 }), integer({ min: 50, max: 5000 }), (width, height, frameWidth, frameHeight) => {
      const [x, y, w, h] = middleOf({ width, height }, { width: frameWidth, height: frameHeight })
      expect(w / h).toBeCloseTo(frameWidth / frameHeight, 6)
      expect(x + w / 2).toBeCloseTo(width / 2, 6)
      expect(y + h / 2).toBeCloseTo(height / 2, 6)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-6)
    }))
  })

  test('breaks lines within the width and loses nothing but what the ellipsis stands for', () => {
    hold(property(array(constantFrom('食', '堂', '，', '。', 'a', 'b', ' ', '7', '%', '（', '）'), { minLength: 1, maxLength: 80 }), integer({ min: 3, max: 20 }), integer({ min: 1, max: 5 }), (signs, width, most) => {
      const text = signs.join('').trim()
      const lines = wrapped(text, width, 1, 400, most, measure)
      expect(lines.length).toBeLessThanOrEqual(most)
      for (const line of lines) expect(measure(line, 1, 400)).toBeLessThanOrEqual(width + 1e-9)
      if (!lines.some((line) => line.endsWith('…'))) expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
      expect(measure(shortened(text, width, 1, 400, measure), 1, 400)).toBeLessThanOrEqual(width + 1e-9)
    }))
  })
})

describe('the map of a sheet', () => {
  const camera = { lon: 121, lat: 31.2, zoom: 14.3, bearing: 0, pitch: 0 }
  const frame = { width: 1800, height: 1500 }
  /** Pixels of the screen's map at which the middle of the sheet's lies. */
  const middleOn = (map: SheetContent['map'], view: SheetView) => {
    const world = 512 * 2 ** map.camera.zoom, down = (lat: number): number => (world / (2 * Math.PI)) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
    return { x: map.width / 2 + ((view.camera.lon - map.camera.lon) / 360) * world, y: map.height / 2 - (down(view.camera.lat) - down(map.camera.lat)) }
  }

  test('holds all that the screen shows of what is told of, at the screen\'s zoom, and fills its frame', () => {
    const side = integer({ min: 300, max: 7000 })
    hold(property(side, side, integer({ min: -400, max: 3000 }), integer({ min: -400, max: 3000 }), side, side, (width, height, x, y, wide, high) => {
      const map = { width, height, camera, part: { x, y, width: wide, height: high } }, view = viewIn(map, frame, 2.7), middle = middleOn(map, view)
      expect(view.width / view.height).toBeCloseTo(frame.width / frame.height, 6)
      expect(view.scale * view.width).toBeCloseTo(frame.width, 6)
      expect(view.camera.zoom).toBe(camera.zoom)
      // What is seen of it; where hardly anything is, the whole screen.
      const [left, top, right, bottom] = [Math.max(0, x), Math.max(0, y), Math.min(width, x + wide), Math.min(height, y + high)]
      if (right <= left || bottom <= top) return
      expect(middle.x - view.width / 2).toBeLessThan(left + 1e-3)
      expect(middle.x + view.width / 2).toBeGreaterThan(right - 1e-3)
      expect(middle.y - view.height / 2).toBeLessThan(top + 1e-3)
      expect(middle.y + view.height / 2).toBeGreaterThan(bottom - 1e-3)
    }))
  })

  test('leaves out what a broad wall shows beside the city, and nothing of a leaning map or of one that looks elsewhere', () => {
    const map = { width: 2600, height: 800, camera, part: { x: 900, y: 60, width: 800, height: 700 } }
    expect(viewIn(map, frame, 2.7).width).toBeLessThan(1100)
    for (const other of [{ ...map, camera: { ...camera, pitch: 55 } }, { ...map, camera: { ...camera, bearing: 20 } }, { ...map, part: null }, { ...map, part: { x: 2590, y: 10, width: 500, height: 20 } }]) {
      expect([viewIn(other, frame, 2.7).width, viewIn(other, frame, 2.7).camera]).toEqual([2600, other.camera])
    }
  })

  test('has names of 7 points at least on paper, from whatever wall it comes', () => {
    /** The least name of the map's style (web/map/layers). */
    const leastName = 11
    for (const paper of papers.filter(({ printed }) => printed !== null)) for (const [width, height] of [[360, 640], [640, 480], [900, 800], [2400, 700], [3900, 1500], [7680, 2160]]) {
      const { view } = composeSheet(content({ map: { width, height, camera, part: null } }), paper, palette, measure)
      expect(leastName * view.enlarged * view.scale * (72 / 300)).toBeGreaterThanOrEqual(7)
    }
  })

  test('fills its page whatever the shape of the wall', () => {
    for (const paper of papers) {
      const frames = [[1900, 800], [900, 900], [700, 1500]].map(([width, height]) => composeSheet(content({ map: { width, height, camera, part: null } }), paper, palette, measure).map)
      for (const one of frames) expect([one.width > 0.4 * paper.width, one.height > 0.6 * paper.height]).toEqual([true, true])
    }
  })
})

describe('the link of a view', () => {
  const camera = { zoom: 15.25, lat: 30.39421, lon: 112.60012, bearing: 30, pitch: 55 }
  const wall: WallValues = { ...readTable(wallTable, {}).values, only: ['990101001010', '990101001011'], month: '2026-08', subject: 'rooms', shows: 'rooms', tour: ['a'] }

  test('is read back as exactly what was seen, without the tour that would carry it away', () => {
    const query = viewQuery({ ...standardValues(), area: '990101001', base: '底图', lang: 'en' }, wall, { map: camera, theme: 'red' })
    const read = Object.fromEntries(new URLSearchParams(new URLSearchParams(query).toString()))
    expect(readQuery(read)).toEqual({ values: { ...standardValues(), area: '990101001', base: '底图', lang: 'en', theme: 'red', map: camera }, faults: [] })
    expect(readTable(wallTable, read)).toEqual({ values: { ...wall, tour: null }, faults: [] })
    expect(readTable(wallTable, viewQuery(standardValues(), { ...wall, month: null, edition: 'e-2026Q3' }, { map: null, theme: 'light' })).values.edition).toBe('e-2026Q3')
  })

  test('names the theme in force even where it was the system that chose it', () => {
    expect(viewQuery({ ...standardValues(), theme: 'system' }, wall, { map: camera, theme: 'dark' })['theme']).toBe('dark')
  })
})

const unspaced = (text: string): string => text.replaceAll(/\s/g, '')

describe('words of a sheet', () => {
  const say = exportSaying('zh')
  const number: WallNumber = {
    code: 'twoNew', question: '企业组织覆盖率多少', value: 63, of: 100, untold: 0, why: null, shown: 'share', unit: '', facts: [{ code: 'due', name: '应建未建', value: 8, of: 64, shown: 'count', unit: '家' }], better: 'high',
    target: { value: 0.7, reached: false, confirmed: false, source: '' }, months: [], fresh: { source: 'sites', date: '2026-06-30', state: 'ageing', ageDays: 145, ageingAfter: 90, oldAfter: 180 }, rule: '', formula: '', denominator: '', map: 'areas', page: '/x',
  }

  test('call a target that nobody confirmed a proposal, and data that are ageing by their day', () => {
    const shown = numberShown(number, { change: '', untold: '' }, 'zh', say)
    expect(shown.states.map(unspaced)).toEqual(['拟定目标70.0%，▽未达'])
    expect(shown.notes[0]).toContain('待更新')
    expect(numberShown({ ...number, target: { value: 0.7, reached: true, confirmed: true, source: '文件' } }, { change: '', untold: '' }, 'zh', say).states.map(unspaced)).toEqual(['目标70.0%，▲已达'])
  })

  test('name several areas, a month and an edition with its day and number as the language does', () => {
    const edition = { id: 'ed-1', name: '上报口径 2026Q3', day: '2026-11-22', frozen: '2026-11-22T17:30:00Z', geometry: 'g' }
    const answer = { area: null, only: ['甲社区', '乙社区', '丙社区'].map((name) => ({ code: name, name, level: 'community' })), edition, month: '2026-09' } as unknown as WallAnswer
    const told = (lang: 'zh' | 'en') => { const words = exportSaying(lang); return [areaTitle(answer, { lang, attributions: [], mapApprovals: [], cityName: '', today: '2026-11-23' }, words), basisOf(answer, lang, words), frozenBasis(answer, lang, words, true)] }
    expect(told('zh').map(unspaced)).toEqual(['甲社区、乙社区等3个区域', '定版：上报口径2026Q3·2026年9月末', '定版：上报口径2026Q3（2026年11月23日定，编号ed-1）·2026年9月末'])
    expect(told('en')).toEqual(['甲社区, 乙社区 and others, 3 areas', 'Edition: 上报口径 2026Q3 · end of Sep 2026', 'Edition: 上报口径 2026Q3 (frozen 23 Nov 2026, number ed-1) · end of Sep 2026'])
  })

  test('say why there is no figure, and never a figure that is not told', () => {
    const shown = numberShown({ ...number, value: null, of: null, why: 'few', target: null }, { change: '', untold: '人数过少，不显示' }, 'zh', say)
    expect(`${shown.answer}${shown.unit}`).toBe('—人数过少，不显示')
    expect(shown.trend.every((point) => point === null)).toBe(true)
  })
})

describe('a report', () => {
  const report = (gaps: number): Report => ({
    title: '望澜街道邻里服务情况', opening: '截至2026年11月22日，望澜街道有社区10个、网格74个、住宅楼512栋、居民5.6万人，驻区单位49家。现将有关情况报告如下。',
    parts: [
      { heading: '一、总体情况', paragraphs: Array.from({ length: 8 }, (_, at) => `10分钟内吃得上饭的60+占多少？第${at}：72.4%。`) },
      { heading: '二、主要短板', paragraphs: Array.from({ length: gaps }, (_, at) => `短板${at}：多数楼栋只有职工食堂，未对居民开放，其余离最近的食堂太远，要走二十四分钟才到得了。`) },
      { heading: '三、数据说明', paragraphs: ['数据日期为2026年11月20日，口径为定版。'] },
    ],
    signature: '（请填写报告单位）', day: '2026年11月22日', language: 'zh',
  })

  test('keeps to the 22 lines of its page, the least pressing gaps going first, and never loses the figures', () => {
    for (const gaps of [0, 1, 3, 12]) {
      const one = fitted(report(gaps))
      expect(linesOf(one)).toBeLessThanOrEqual(linesOfPage)
      expect(one.parts[0].paragraphs).toHaveLength(8)
      expect(one.parts.at(-1)?.heading).toBe('三、数据说明')
    }
    expect(fitted(report(1)).parts[1].paragraphs[0]).toContain('短板0')
  })

  test('keeps to its page in English too, where the same takes more room', () => {
    const english = (gaps: number): Report => ({
      ...report(gaps), language: 'en', title: 'Neighbourhood services in 水泵厂新社区, 灯泡厂社区 and others, 3 areas',
      parts: [{ heading: 'Where we stand', together: true, paragraphs: Array.from({ length: 5 }, () => 'How many of those over 60 can walk to a meal in 10 minutes? 50.1%, residents in them 8 589 / 17 548 persons; ') }, { heading: 'Main gaps', together: true, paragraphs: Array.from({ length: gaps }, (_, at) => `(${at}) Most buildings have a staff canteen only, which does not admit residents. `) }, { heading: 'Remarks', paragraphs: ['People are counted in groups of 10 or more; smaller ones are left out.'] }],
    })
    for (const gaps of [0, 3, 12]) expect(linesOf(fitted(english(gaps)))).toBeLessThanOrEqual(linesOfPage)
    expect(fitted(english(3)).parts.map(({ heading }) => heading)).toEqual(['Where we stand', 'Main gaps', 'Remarks'])
  })

  test('is a Word file with the page, margins, fonts and lines of GB/T 9704', async () => {
    const blob = await reportFile(fitted(report(2)))
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
    const document = strFromU8(files['word/document.xml'])
    expect(document).toContain('望澜街道邻里服务情况')
    const millimetres = (name: string): number => Number(new RegExp(`w:pgMar [^>]*w:${name}="(\\d+)"`).exec(document)?.[1]) / 56.6929
    expect(millimetres('top')).toBeCloseTo(37, 0)
    expect(millimetres('left')).toBeCloseTo(28, 0)
    expect(210 - millimetres('left') - millimetres('right')).toBeCloseTo(156, 0)
    expect(297 - millimetres('top') - millimetres('bottom')).toBeCloseTo(225, 0)
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体']) expect(document).toContain(font)
    expect(document).toContain('w:sz w:val="44"')
    expect(document).toContain('w:sz w:val="32"')
    expect(document).toMatch(/w:line="57\d" w:lineRule="exact"|w:lineRule="exact" w:line="57\d"/)
    const footer = Object.entries(files).filter(([name]) => /footer\d*\.xml$/.test(name)).map(([, bytes]) => strFromU8(bytes)).join('')
    expect(footer).toContain('PAGE')
    // An odd page has its number at the right, one sign in.
    expect(footer).toMatch(/w:jc w:val="(right|end)"/)
    // 28 signs of 16 pt, each so much closer, take no more than the 156 mm.
    const closer = Number(/w:spacing w:val="(-?\d+)"/.exec(document)?.[1])
    expect((28 * (16 + closer / 20) * 25.4) / 72).toBeLessThanOrEqual(156)
    expect((29 * (16 + closer / 20) * 25.4) / 72).toBeGreaterThan(156)
  })
})
