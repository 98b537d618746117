import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { entry as entrySchema, facility as facilitySchema, organisation as organisationSchema, unit as unitSchema } from '../../../geodata/contract/schemas.ts'
import type { Column, Form } from '../../../geodata/intake/sheets/form.ts'
import { formCodes, formOf } from '../../../geodata/intake/sheets/forms.ts'
import { templateOf } from '../../../geodata/intake/sheets/template.ts'
import type { Entry } from '../../../geodata/model/entry.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { csvOf } from '../../../server/answers/csv.ts'
import { templateBook } from '../../../server/answers/sheet-template.ts'
import type { Store } from '../../../server/store/store.ts'
import { bookOf, bring, lines, sheetCity } from '../../tools/sheets.ts'

const stores: Store[] = []
const city = async (): Promise<Store> => {
  const store = await sheetCity()
  stores.push(store)
  return store
}
afterAll(() => { for (const store of stores) store.close() })

const entriesOf = async (store: Store): Promise<Entry[]> => {
  const found: Entry[] = []
  for await (const entry of store.entries()) found.push(entry)
  return found
}

/** Rows that others name, one of each. */
const named = {
  '大党委与大工委.csv': lines('编号,级别,区域,届期开始,届期结束', 'c-1,社区大党委,西社区,2025-01-01,2028-01-01'),
  '席位.csv': lines('编号,所属委员会,席位号,席位类别,委员会职务', 's-1,c-1,9,社区民警,席位委员'),
  '载体.csv': lines('编号,名称,载体类型,区域,经度,纬度', 'k-1,手绘大厦,商务楼宇,西社区,116.402,39.903'),
  '三张清单.csv': lines('编号,清单,类别,区域,仍可认领', 'l-1,需求清单,助餐,西社区,是', 'l-2,资源清单,助餐,西社区,是'),
  '党组织.csv': lines('编号,名称,层级,设置形式,区域', 'p-1,总支,街道,党总支,手绘街道'),
  '党建指导员.csv': lines('编号,区域,指导员人数,可联系组织数', 'i-1,西社区,1,9'),
}

describe.each((['csv', 'xlsx'] as const).flatMap((format) => (['zh', 'en'] as const).map((language) => ({ format, language }))))('a template as $format in $language, filled with one row', async ({ format, language }) => {
  const store = await city()
  await bring(store, named)
  it.each(formCodes)('%s is taken in whole, and brought again changes nothing', async (code) => {
    const form = formOf(code, catalogue)
    const template = templateOf(form, language)
    const columns = form.columns.filter(({ kind }) => kind !== 'areaPart')
    const row = columns.map((column) => sampleOf(column, form, language))
    const file = format === 'csv' ? csvOf({ name: '', headings: template.headings, rows: [template.notes, row], notesName: '', notes: [] }) : bookOf({ [form.name[language]]: [template.headings, template.notes, row] })
    const files = { [`${format === 'csv' ? code : 'a'}.${format}`]: file }
    const brought = await bring(store, files)
    expect(brought.lines.filter((line) => line.startsWith('  '))).toEqual([])
    expect(brought.counts).toEqual({ added: 1, changed: 0, same: 0 })
    // What came in is what may be sent by hand.
    const kind = code === 'unit' || code === 'facility' || code === 'organisation' ? code : 'entry'
    if (code !== 'eventCount') expect(held[kind].safeParse(await store.record(kind, `x-${code}`)).error).toBeUndefined()
    expect((await bring(store, files)).counts).toEqual({ added: 0, changed: 0, same: 1 })
  })
})

const held = { unit: unitSchema, facility: facilitySchema, organisation: organisationSchema, entry: entrySchema }

/** A value that the column takes, as people write it. */
function sampleOf({ key, kind }: Column, form: Form, language: 'zh' | 'en'): string | number {
  if (typeof kind === 'object') {
    if ('choice' in kind) return kind.choice[0].word[language]
    if (kind.reference === 'listItem') return key === 'fields.item' ? 'l-1' : 'l-2'
    return { committee: '西社区', seat: '西社区/9', facility: 'clinic-middle', carrier: '手绘大厦', partyOrganisation: '总支', instructor: 'i-1', area: '110105001002' }[kind.reference] ?? ''
  }
  const days: Readonly<Record<string, string>> = { 'fields.termStart': '2026年2月1日', 'fields.termEnd': '2029-02-01', validFrom: '2026/3/1', validTo: '2027-03-01', 'fields.closed': '2026-03-06' }
  switch (kind) {
    case 'id': return `x-${form.code}`
    case 'name': case 'text': case 'category': return '手绘'
    case 'count': return key === 'fields.asked' || key === 'people' ? 3 : 1
    case 'amount': return 12.5
    case 'flag': return language === 'zh' ? '是' : 'yes'
    case 'day': return days[key] ?? '2026-03-05'
    case 'month': return '2026-03'
    case 'year': return 2026
    case 'lon': return 116.4021
    case 'lat': return 39.9031
    case 'area': return form.code === 'committee' ? '东社区' : '手绘街道/西社区'
    case 'areas': return '西社区、东社区'
    case 'areaPart': return ''
    case 'unit': return '某机关'
    case 'hours': return 'Mo-Fr 09:00-17:00'
    case 'phone': return '010-6500 0000'
    case 'prices': return language === 'zh' ? '午餐 60-69岁 12元；70岁以上 10元' : 'lunch aged 60-69 12 yuan; aged 70+ 10 yuan'
    case 'address': return '手绘大街 1 号'
    case 'bring': return '老年卡'
    case 'menu': return '周一 红烧肉'
    case 'creditCode': return '91350100M000100Y43'
    case 'source': return '手绘'
  }
}

it('the template that is handed out is a workbook with the words of its choices beside it', async () => {
  const store = await city()
  const template = templateOf(formOf('meeting', catalogue), 'zh')
  const brought = await bring(store, { 'a.xlsx': templateBook('会议', template, 'zh') })
  expect(brought.lines).toEqual(['a.xlsx：表头下面没有一行数据。'])
  expect(template.choices).toEqual([{ heading: '会议类型', words: ['社区党委会', '社区大党委会', '党建联席会议', '情况通报会'] }])
  expect(template.headings.slice(0, 5)).toEqual(['编号', '名称', '区域*', '会议类型*', '会议日期*'])
})

const meetings = ['会议类型,区域,会议日期,到会单位数', '社区党委会,东社区,2026-3-5,４', '党建联席会议,北街道/柳社区,2026年3月6日,"1,024"']

describe('a sheet', () => {
  it('brought twice changes nothing, and a count that is put right changes one row and no other', async () => {
    const store = await city()
    expect((await bring(store, { '会议.csv': lines(...meetings) })).counts).toEqual({ added: 2, changed: 0, same: 0 })
    expect((await bring(store, { '会议.csv': lines(...meetings) })).counts).toEqual({ added: 0, changed: 0, same: 2 })
    expect((await bring(store, { '会议-更正.csv': lines(meetings[0], '社区党委会,东社区,2026-3-5,5', meetings[2]) })).counts).toEqual({ added: 0, changed: 1, same: 1 })
    const found = await entriesOf(store)
    expect(found.map(({ fields, source }) => [fields['unitsPresent'], source]).toSorted()).toEqual([[1024, '会议'], [5, '会议-更正']])
  })

  it('finds the row that was entered by hand, by what it says', async () => {
    const store = await city()
    await bring(store, { '会议.csv': lines('编号,会议类型,区域,会议日期', 'by-hand,社区党委会,东社区,2026-03-05') })
    await bring(store, { '会议.csv': lines(...meetings) })
    expect((await entriesOf(store)).find(({ id }) => id === 'by-hand')?.fields['unitsPresent']).toBe(4)
  })

  it('leaves alone what it has no column for, and empties what it has an empty cell for', async () => {
    const store = await city()
    await bring(store, { '会议.csv': lines('编号,会议类型,区域,会议日期,到会单位数,重大事项议题', 'm-1,社区党委会,东社区,2026-03-05,4,2') })
    await bring(store, { '会议.csv': lines('编号,会议类型,区域,会议日期,重大事项议题', 'm-1,社区党委会,东社区,2026-03-05,') })
    expect((await entriesOf(store))[0].fields).toMatchObject({ unitsPresent: 4, majorItems: null })
  })

  it('is checked without a row being written, and the report is that of the import', async () => {
    const store = await city()
    const checked = await bring(store, { '会议.csv': lines(...meetings, '茶话会,东社区,2026-3-5,1') }, { dryRun: true })
    expect(await entriesOf(store)).toEqual([])
    const brought = await bring(store, { '会议.csv': lines(...meetings, '茶话会,东社区,2026-3-5,1') })
    expect(brought.lines.slice(0, -1)).toEqual(checked.lines.slice(0, -1))
    expect(await entriesOf(store)).toHaveLength(2)
  })

  it.each([['gb18030', 'gbk'], ['big5', 'big5']])('in %s is read like one in UTF-8', async (_, encoding) => {
    const store = await city()
    // Signs that both character sets have, one byte pair each.
    const bytes = encoding === 'gbk' ? gbk : big5
    const brought = await bring(store, { '会议.csv': bytes }, { as: 'meeting' })
    expect([brought.lines.filter((line) => line.startsWith('  ')), brought.counts]).toEqual([[], { added: 1, changed: 0, same: 0 }])
  })

  it('is told by its headings where neither its name nor --as says it', async () => {
    const store = await city()
    expect((await bring(store, { '三月.csv': lines(...meetings) })).lines[0]).toBe('三月.csv：会议（按表头认出），2 行，收入 2 行，未收 0 行')
    expect((await bring(store, { '2026 会议_柳浦.csv': lines(...meetings) })).lines[0]).toBe('2026 会议_柳浦.csv：会议（按文件名），2 行，收入 2 行，未收 0 行')
  })

  it('may say its area by 街道 and 社区 side by side, and its days in a language of its own', async () => {
    const store = await city()
    const brought = await bring(store, { 'a.csv': lines('街道,社区,kind,DAY OF MEETING', '北街道,柳社区,joint meeting,2026-03-05') }, { as: 'meeting' })
    expect([brought.counts, (await entriesOf(store))[0].area]).toEqual([{ added: 1, changed: 0, same: 0 }, '110105002001'])
  })
})

describe('a workbook', () => {
  it('brings a committee, its seats and who holds them in one go, whatever the order of its worksheets', async () => {
    const store = await city()
    const brought = await bring(store, {
      '台账.xlsx': bookOf({
        席位任期: [['席位', '单位', '起始日期'], ['东社区/1', '某机关', '2026-01-01']],
        席位: [['所属委员会', '席位号', '席位类别', '委员会职务', '单位'], ['东社区', 1, '机关企事业', '席位委员', '某机关'], ['东社区', 2, '社区民警', '席位委员', null]],
        大党委与大工委: [['级别', '区域', '届期开始', '届期结束'], ['社区大党委', '东社区', '2025-01-01', '2028-01-01']],
      }),
    })
    expect([brought.lines.filter((line) => line.startsWith('  ')), brought.counts]).toEqual([[], { added: 4, changed: 0, same: 0 }])
  })

  it('may have a title above its headings, merged cells beside its rows, days as Excel counts them, texts it shares and empty rows', async () => {
    const store = await city()
    const brought = await bring(store, { '会议.xlsx': excel })
    expect([brought.lines.filter((line) => line.startsWith('  ')), brought.counts]).toEqual([[], { added: 2, changed: 0, same: 0 }])
    expect((await entriesOf(store)).map(({ area, fields }) => [area, fields['day'], fields['unitsPresent']]).toSorted()).toEqual([['110105001002', '2026-03-05', 4], ['110105001002', '2026-03-06', 5]])
  })

  it('says what it passed over, and why a row that Excel failed to work out is refused', async () => {
    const store = await city()
    const brought = await bring(store, { 'a.xlsx': bookOf({ 会议: meetings.map((line) => line.replaceAll('"', '').split(',').slice(0, 4)), 别的: [['甲', '乙']] }) })
    expect(brought.lines[0]).toBe('a.xlsx：工作表“别的”看不出是哪张表，没有读取；表头有：甲、乙。')
  })

  it('that unpacks to more than it may is refused before it is unpacked', async () => {
    const store = await city()
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(140 * 1024 * 1024) })
    expect((await bring(store, { 'a.xlsx': bomb })).lines[0]).toMatch(/^a\.xlsx：(Excel 文件过大|拒绝解压)/)
  })
})

it('places that fit the areas they name better under another datum are doubted, and fit once the datum is said', async () => {
  const store = await city()
  // The west community, as devices in China record it: 560 m east and 130 m north of where it is.
  const rows = Array.from({ length: 24 }, (_, i) => `点${i},商务楼宇,西社区,${(116.4005 + (i % 8) * 0.0012 + 0.006222).toFixed(6)},${(39.9008 + Math.floor(i / 8) * 0.002 + 0.001404).toFixed(6)}`)
  const file = { '载体.csv': lines('名称,载体类型,区域,经度,纬度', ...rows) }
  const doubted = await bring(store, file, { dryRun: true })
  expect(doubted.lines[0]).toMatch(/^载体\.csv：坐标系可能不对：按 wgs84，24 行中 \d+ 行的位置落在所写的区域内；若按 gcj02 则有 24 行。请用 --datum 指明。$/)
  const told = await bring(store, file, { dryRun: true, datum: 'gcj02' })
  expect(told.lines.some((line) => line.includes('坐标系'))).toBe(false)
})

/** 会议类型,区域,会议日期 / 社区党委会,110105001002,2026-3-5 */
const gbk = Uint8Array.from([0xbb, 0xe1, 0xd2, 0xe9, 0xc0, 0xe0, 0xd0, 0xcd, 0x2c, 0xc7, 0xf8, 0xd3, 0xf2, 0x2c, 0xbb, 0xe1, 0xd2, 0xe9, 0xc8, 0xd5, 0xc6, 0xda, 0x0a, ...Buffer.from('committee,110105001002,2026-3-5\n')])
/** 會議類型,區域,會議日期 / … */
const big5 = Uint8Array.from([0xb7, 0x7c, 0xc4, 0xb3, 0xc3, 0xfe, 0xab, 0xac, 0x2c, 0xb0, 0xcf, 0xb0, 0xec, 0x2c, 0xb7, 0x7c, 0xc4, 0xb3, 0xa4, 0xe9, 0xb4, 0xc1, 0x0a, ...Buffer.from('committee,110105001002,2026-3-5\n')])

/** As Excel writes it: shared texts, a style for days, cells with addresses, merged ranges. 46086 is 2026-03-05. */
const excel = zipSync(Object.fromEntries(Object.entries({
  '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
  '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml': '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${['2026 年会议台账', '区域', '会议类型', '会议日期', '到会单位数', '东社区', '社区党委会', '党建联席会议'].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  'xl/styles.xml': '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="s"><v>3</v></c><c r="D3" t="s"><v>4</v></c></row><row r="4"><c r="A4" t="s"><v>5</v></c><c r="B4" t="s"><v>6</v></c><c r="C4" s="1"><v>46086</v></c><c r="D4"><f>2+2</f><v>4</v></c></row><row r="5"><c r="B5" t="s"><v>7</v></c><c r="C5" s="1"><v>46087</v></c><c r="D5" t="str"><f>"5"</f><v>5</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A4:A5"/></mergeCells></worksheet>',
}).map(([path, text]) => [path, strToU8(text)])))

it('what a place offers comes by a table, and what the table has no column for stays', async () => {
  const store = await city()
  const heading = '编号,名称,类别,经度,纬度'
  const full = lines(`${heading},地址,收费标准,支付方式,携带证件,预约方式,可送餐,清真,卫生间,菜谱`, 'x-1,手绘食堂,社区食堂,116.402,39.903,手绘大街 1 号,"60岁以上 12元；其他人 18元",现金、手机支付,老年卡,不用预约,是,否,有,"周一 面\n周二 饭"')
  expect((await bring(store, { '设施.csv': full })).counts).toEqual({ added: 1, changed: 0, same: 0 })
  const offer = { address: '手绘大街 1 号', prices: [{ what: '', minAge: 60, maxAge: null, yuan: 12 }, { what: '其他人', minAge: null, maxAge: null, yuan: 18 }], payments: ['cash', 'mobile'], bring: '老年卡', booking: 'none', delivers: true, halal: false, toilet: true, menu: '周一 面\n周二 饭', programmes: [], checked: null }
  expect(await store.record('facility', 'x-1')).toMatchObject({ offer })
  expect((await bring(store, { '设施.csv': lines(`${heading},价格`, 'x-1,手绘食堂,社区食堂,116.402,39.903,免费') })).counts).toEqual({ added: 0, changed: 1, same: 0 })
  expect(await store.record('facility', 'x-1')).toMatchObject({ offer: { ...offer, prices: [{ what: '', minAge: null, maxAge: null, yuan: 0 }] } })
  const refused = await bring(store, { '设施.csv': lines(`${heading},价格,预约`, 'x-1,手绘食堂,社区食堂,116.402,39.903,老人半价,看情况') })
  expect(refused.lines.slice(1, 3)).toEqual(['  第 2 行“价格”：价格应写成“60-69岁 12元；70岁以上 10元”，看不懂的是“老人半价”。', '  第 2 行“预约”：应为以下之一：不用预约、电话预约、现场登记、网上预约；收到的是“看情况”。'])
  expect(refused.english[1]).toBe('  Row 2 "价格": expected prices such as "aged 60-69 12 yuan; aged 70+ 10 yuan"; not understood: "老人半价".')
})
