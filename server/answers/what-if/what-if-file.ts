import type { BodyOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { whatIfFile } from '../../../geodata/contract/whatIf.ts'
import { unproject } from '../../../geodata/kernel/plane.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { groupWords, levelWords } from '../../../geodata/words/terms.ts'
import { proposalFigures, proposalHeadings, proposalSheets, proposalWords } from '../../../geodata/words/whatIfFile.ts'
import { columnWidths, noteWidths } from '../../exports/column-widths.ts'
import { workbook } from '../../exports/workbook.ts'
import { kOf } from '../../security/k.ts'
import { collectRows } from '../collect-rows.ts'
import { csvOf } from '../csv.ts'
import { demoMark, fileName, mediaTypes } from '../export-file.ts'
import { gapListOf } from '../gap-list.ts'
import { gapRows } from '../gap-rows.ts'
import { gapTable, type ExportedGap } from '../gap-table.ts'
import { gapsHead } from '../gaps.ts'
import { momentOf } from '../hours/moment.ts'
import type { OpenCity } from '../open-city.ts'
import { textBytes, type Reply } from '../reply.ts'
import type { CellValue, Table } from '../table.ts'
import { tellsFew } from './few-people.ts'
import { proposalGeojson } from './proposal-geojson.ts'
import { stepsOverlay } from './steps-overlay.ts'
import { todaysQuestion } from './todays-question.ts'
import { whatIfAnswer } from './what-if-answer.ts'

type WhatIf = Awaited<ReturnType<typeof whatIfAnswer>>
type Sheet = Omit<Table, 'notesName' | 'notes'>

/** A proposal to take away: the same figures as the answer, with who is left out after the steps. Counts of people below k are not written. */
export async function whatIfFileReply(open: OpenCity, { format, ...query }: QueryOf<typeof whatIfFile>, { name = '', steps }: BodyOf<typeof whatIfFile>, reader: Reader, language: Language): Promise<Reply> {
  const answer = await whatIfAnswer(open, query, { steps }, reader, language)
  const question = todaysQuestion(open, query), moment = await momentOf(open, question, undefined)
  const overlay = stepsOverlay(open, moment.overlay, steps, question, language)
  const list = await gapListOf(open, question, { ...moment, overlay })
  const head = gapsHead(open, list, language), k = kOf(open.catalogue)
  const gaps: ExportedGap[] = (await collectRows(gapRows(open, list, 0, list.answer.count, language))).map((row, i) => {
    const hiding = list.shown.rows[list.order[i]]
    return { ...row, residentsText: hiding === 'shown' ? String(list.answer.residents[list.order[i]]) : hiding === 'few' ? `<${k}` : '*' }
  })
  const left = gapTable(open, head, gaps, language)
  const words = proposalWords[language], notes: Table['notes'] = [[words.name, name === '' ? words.noSteps : name], ...answer.steps.map(({ sentence }, at) => [`${words.step} ${at + 1}`, sentence] as [string, CellValue]), ...left.notes, [proposalSheets[language].method, words.method]]
  const titled = fileName([open.identity.name, head.question.categoryName, name === '' ? proposalSheets[language].summary : name, head.dataDate ?? ''], open.identity.demo, format, language)
  const body = format === 'csv' ? textBytes(csvOf({ ...left, notes })) : format === 'geojson' ? textBytes(JSON.stringify(await proposalGeojson(open, answer, overlay, gaps, steps, k, name, language)))
    : bookOf([summarySheet(answer, k, language), areaSheet(open, answer, k, language), { ...left, name: proposalSheets[language].gaps }, siteSheet(open, answer, overlay, language)], proposalSheets[language].method, notes)
  return { body, mediaType: mediaTypes[format], headers: { 'content-disposition': `attachment; filename="proposal.${format}"; filename*=UTF-8''${encodeURIComponent(titled)}` } }
}

function bookOf(sheets: readonly Sheet[], notesName: string, notes: Table['notes']): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const book = workbook((piece) => { pieces.push(piece) })
  for (const { name, headings, rows } of sheets) {
    book.sheet({ name, headings, widths: columnWidths(headings, rows) })
    for (const row of rows) book.row(row)
  }
  book.sheet({ name: notesName, headings: null, widths: noteWidths })
  for (const note of notes) book.row(note)
  book.end()
  return Uint8Array.from(Buffer.concat(pieces))
}

/** Of groups with fewer than k, or a change of fewer, no counts of people. */
function summarySheet({ before, after, groups, question }: WhatIf, k: number, language: Language): Sheet {
  const figures = proposalFigures[language]
  const line = (label: string, was: number | null, is: number | null, total: number | null): CellValue[] => {
    const share = (part: number | null): number | null => (part === null || total === null || total === 0 ? null : Math.round((part / total) * 10000) / 10000)
    const [a, b] = [share(was), share(is)]
    return [label, was, is, was === null || is === null ? null : is - was, total, a, b, a === null || b === null ? null : Math.round((b - a) * 1e4) / 100]
  }
  const of = (label: string, key: 'households' | 'buildings' | 'landSquareMetres' | 'communities'): CellValue[] => line(label, before[key].covered, after[key].covered, after[key].total)
  const plain = (label: string, key: 'noDataBuildings' | 'facilities' | 'admittingFacilities'): CellValue[] => [label, before[key], after[key], after[key] - before[key], null, null, null, null]
  return {
    name: proposalSheets[language].summary, headings: proposalHeadings[language].summary,
    rows: [
      ...groups.toSorted((a, b) => Number(b.group === question.group) - Number(a.group === question.group)).map((row): CellValue[] => {
        const label = fillSentence({ zh: figures.residents, en: figures.residents }, { group: groupWords[row.group][language] }, language)
        return tellsFew(row, k) ? [label, '*', '*', '*', '*', '*', '*', '*'] : line(label, row.before, row.after, row.total)
      }),
      of(figures.households, 'households'), of(figures.buildings, 'buildings'), of(figures.land, 'landSquareMetres'), of(figures.communities, 'communities'),
      plain(figures.noData, 'noDataBuildings'), plain(figures.facilities, 'facilities'), plain(figures.admitting, 'admittingFacilities'), [proposalWords[language].estimated, before.residents.estimatedShare, after.residents.estimatedShare, null, null, null, null, null],
    ],
  }
}

/** Grids and communities with fewer than k of the group, or a change of fewer, tell no counts of people; nor does the smallest beside one that would be what it leaves of their sum. */
function areaSheet({ city: { areas } }: OpenCity, { byArea }: WhatIf, k: number, language: Language): Sheet {
  const less = (after: number | null, before: number | null): number | null => (after === null || before === null ? null : after - before)
  const hidden = untoldAreas(byArea, k)
  return {
    name: proposalSheets[language].areas, headings: proposalHeadings[language].areas,
    rows: byArea.map(({ code, name, level, parent, residents, buildings, communities }) => {
      const hides = hidden.has(code)
      const people = (value: number | null): CellValue => (hides ? '*' : value)
      return [
        code, name, levelWords[level][language], parent === null ? null : areas.names[areas.byCode.get(parent) ?? -1] ?? null, people(residents.before), people(residents.after), people(less(residents.after, residents.before)), people(residents.total),
        buildings.before, buildings.after, less(buildings.after, buildings.before), buildings.total, communities.before, communities.after, communities.total,
      ]
    }),
  }
}

function untoldAreas(rows: WhatIf['byArea'], k: number): Set<string> {
  const hidden = new Set(rows.filter(({ residents }) => tellsFew(residents, k)).map(({ code }) => code))
  const besides = new Map<string, WhatIf['byArea']>()
  for (const row of rows) besides.set(`${row.level} ${row.parent ?? ''}`, [...(besides.get(`${row.level} ${row.parent ?? ''}`) ?? []), row])
  for (const beside of besides.values()) {
    if (beside.filter(({ code }) => hidden.has(code)).length !== 1) continue
    const least = beside.filter(({ code }) => !hidden.has(code)).toSorted((a, b) => (a.residents.total ?? 0) - (b.residents.total ?? 0))[0]
    if (least) hidden.add(least.code)
  }
  return hidden
}

/** Every site of the category as it stands after the steps, then gates and ways through walls. */
function siteSheet(open: OpenCity, { steps, question }: WhatIf, overlay: Overlay, language: Language): Sheet {
  const { city } = open, words = proposalWords[language], { facilities } = city
  const category = question.category
  const admitting = new Set(sourcesOf(city, overlay, category, question.group).map(({ id }) => id))
  const added = new Map(overlay.added.map((site) => [site.id, site])), moved = new Set(overlay.replaced.map(({ id }) => id)), admitted = new Set(overlay.admissions.map(({ facility }) => facility))
  const names = new Map([...overlay.added, ...overlay.replaced].map((site) => [site.id, site.name])), seats = new Map(overlay.seats?.map((row) => [row.facility, row.seats]))
  const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
  const rows: CellValue[][] = sourcesOf(city, overlay, category, 'any').map(({ id, facility, x, y }) => {
    const [lon, lat] = unproject(city.plane, x, y), own = facility < facilities.count ? facilities.seats[facility] : added.get(id)?.capacity.seats ?? null
    const what = added.has(id) ? words.added : moved.has(id) ? words.moved : admitted.has(id) ? words.admitted : admitting.has(id) ? words.standing : words.refuses
    return [id, names.get(id) ?? facilities.names[facility] ?? id, what, seats.get(id) ?? (own === null || own < 0 ? null : own), round(lon), round(lat), null]
  })
  for (const id of overlay.closed) {
    const at = facilities.byId.get(id) ?? -1
    const [lon, lat] = at < 0 ? [NaN, NaN] : unproject(city.plane, facilities.x[at], facilities.y[at])
    rows.push([id, at < 0 ? id : facilities.names[at], words.closed, null, at < 0 ? null : round(lon), at < 0 ? null : round(lat), null])
  }
  for (const id of overlay.openedGates) rows.push([id, null, words.gate, null, null, null, null])
  for (const { id, from } of overlay.passages ?? []) rows.push([id, null, words.passage, null, from[0], from[1], null])
  steps.forEach(({ sentence }, at) => rows.push([`${words.step} ${at + 1}`, null, words.step, null, null, null, sentence]))
  return { name: proposalSheets[language].sites, headings: proposalHeadings[language].sites, rows: open.identity.demo ? [...rows, [demoMark[language], null, null, null, null, null, null]] : rows }
}
