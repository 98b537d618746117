import type { ErrorCode } from '../contract/errors.ts'
import type { Issue } from '../intake/issue.ts'
import type { ImportReport } from '../intake/report.ts'
import type { EditableKind } from '../model/city.ts'
import type { SheetCode } from '../model/sheets/all.ts'
import { errorSentence, type StoreErrorCode } from './errors.ts'
import { importReportLines } from './importReport.ts'
import { issueText } from './issues.ts'
import { sheetWords } from './sheets/all.ts'
import { fillSentence, type Language, type Sentence, type SentenceDetails } from './sentence.ts'

/** What a job does at the moment. */
export type JobStage = 'reading' | 'sorting' | 'writing' | 'gathering' | 'rows' | 'columns' | 'tiles' | 'freezing' | 'siteCity' | 'siteRows' | 'siteSearch' | 'siteBound' | 'siteExact'

export const jobStageWords: Readonly<Record<JobStage, Sentence>> = {
  reading: { zh: '正在读取文件', en: 'reading the file' },
  sorting: { zh: '正在整理', en: 'sorting what was read' },
  writing: { zh: '正在写入数据库', en: 'writing to the database' },
  gathering: { zh: '正在汇集', en: 'gathering' },
  rows: { zh: '正在写文件', en: 'writing the file' },
  columns: { zh: '正在重建路网和数据列', en: 'building network and columns' },
  tiles: { zh: '正在重建瓦片', en: 'building tiles' },
  siteCity: { zh: '正在取城市数据', en: 'fetching the city' },
  siteRows: { zh: '正在计算各备选点覆盖谁', en: 'finding whom each candidate reaches' },
  siteSearch: { zh: '正在比较组合', en: 'comparing choices' },
  siteBound: { zh: '正在求上限', en: 'proving a bound' },
  siteExact: { zh: '正在精确求解', en: 'solving exactly' },
  freezing: { zh: '正在定版', en: 'freezing answers' },
}

/** Lists that can be exported, as people call them. */
export const listWords: Readonly<Record<EditableKind, Sentence>> = {
  facility: { zh: '设施', en: 'sites' },
  unit: { zh: '驻区单位', en: 'units' },
  organisation: { zh: '两新组织', en: 'organisations' },
  gate: { zh: '门', en: 'gates' },
  building: { zh: '楼栋人数', en: 'counts of buildings' },
  entry: { zh: '台账', en: 'registers' },
}

/** A list by its name: of rows that of their sheet. */
export const listName = (list: EditableKind, sheet: SheetCode | null | undefined, language: Language): string => (list === 'entry' && sheet ? sheetWords[sheet].name : listWords[list])[language]

const titles = {
  import: { zh: '导入 {file}', en: 'Import {file}' },
  check: { zh: '试导入 {file}，不写入', en: 'Check {file}, writing nothing' },
  replace: { zh: '用 {file} 替换全部数据', en: 'Replace the city by {file}' },
  export: { zh: '导出{list}（{area}，{format}）', en: 'Export {list} ({area}, {format})' },
  exportAsOf: { zh: '导出 {asOf} 的{list}（{area}，{format}）', en: 'Export {list} as of {asOf} ({area}, {format})' },
  rebuild: { zh: '重建路网和瓦片', en: 'Rebuild network and tiles' },
  siting: { zh: '推荐选址：{category}（{area}），最多 {k} 处', en: 'Suggest sites: {category} ({area}), {k} at most' },
  sitingTarget: { zh: '推荐选址：{category}（{area}），覆盖 {target}%', en: 'Suggest sites: {category} ({area}), covering {target}%' },
  edition: { zh: '定版“{name}”', en: 'Freeze the edition "{name}"' },
  editionOf: { zh: '定版“{name}”（{month}）', en: 'Freeze the edition "{name}" ({month})' },
} as const satisfies Readonly<Record<string, Sentence>>
export type JobTitle = keyof typeof titles

/** What was asked for, in a few words. */
export const jobTitle = (title: JobTitle, details: SentenceDetails, language: Language): string => fillSentence(titles[title], details, language)

const failures = {
  sitingTooLong: { zh: '超过了时限还没有结果，已停止；请减少备选点或放宽时限。', en: 'There was no result within the time allowed, and it was stopped; ask with fewer candidates or more time.' },
  restarted: { zh: '服务器重新启动，任务没有做完；没有留下半成品，请重新开始。', en: 'The server was restarted before this was done; nothing half-done is left, start it again.' },
  jobBroke: { zh: '任务出错，已记录，没有写入任何内容；编号 {request}。', en: 'The job went wrong and this is logged; nothing was written. Number {request}.' },
} as const satisfies Readonly<Record<string, Sentence>>

/** Why a job failed, as a value: what was wrong with its file, or one sentence of ours. */
export type JobFailure = { issues: readonly Issue[] } | { code: keyof typeof failures | StoreErrorCode | ErrorCode; details: SentenceDetails }

export function jobFailureSentence(failure: JobFailure, language: Language): string {
  if ('issues' in failure) return failure.issues.map((issue) => issueText(issue, language)).join(' ')
  const { code, details } = failure
  return code === 'restarted' || code === 'jobBroke' || code === 'sitingTooLong' ? fillSentence(failures[code], details, language) : errorSentence(code, details, language)
}

/** What came of a job, as a value. */
export type JobReport =
  | { kind: 'import'; city: string; report: ImportReport; added: number; changed: number; same: number; dryRun: boolean }
  | { kind: 'export'; list: EditableKind; sheet?: SheetCode | null; rows: number; hidden: number; k: number }
  | { kind: 'rebuild'; city: string; buildings: number }
  | { kind: 'siting'; chosen: number; gained: number; proven: boolean; gapPercent: number | null; seconds: number }
  | { kind: 'edition'; id: string; name: string; areas: number; answers: number; bytes: number }

export function jobReportLines(report: JobReport, language: Language): string[] {
  switch (report.kind) {
    case 'import': return [...importReportLines(report.report, language), fillSentence(report.dryRun ? lines.wouldImport : lines.imported, { city: report.city, added: report.added, changed: report.changed, same: report.same }, language)]
    case 'export': {
      const rows = fillSentence(lines.rows, { rows: report.rows, list: listName(report.list, report.sheet, language) }, language)
      return report.hidden === 0 ? [rows] : [rows, fillSentence(lines.hidden, { hidden: report.hidden, k: report.k }, language)]
    }
    case 'rebuild': return [fillSentence(lines.rebuilt, { city: report.city, buildings: report.buildings }, language)]
    case 'siting': return [fillSentence(lines.sited, { chosen: report.chosen, gained: report.gained, seconds: report.seconds }, language), fillSentence(report.proven ? lines.best : report.gapPercent === null ? lines.unproven : lines.within, { gap: report.gapPercent }, language)]
    case 'edition': return [fillSentence(lines.frozen, { name: report.name, areas: report.areas, answers: report.answers, size: (report.bytes / 1e6).toFixed(1) }, language)]
  }
}


const lines = {
  imported: { zh: '{city}：新增 {added} 条、更新 {changed} 条、不变 {same} 条', en: '{city}: {added} records added, {changed} changed, {same} the same' },
  wouldImport: { zh: '{city}：新增 {added} 条、更新 {changed} 条、不变 {same} 条（试运行，没有写入）', en: '{city}: {added} records added, {changed} changed, {same} the same (a check, nothing was written)' },
  rows: { zh: '{list}：{rows} 行', en: '{list}: {rows} rows' },
  hidden: { zh: '{hidden} 个数少于 {k}，或会泄露这样的数，没有写出', en: '{hidden} counts are below {k}, or would give such a count away, and are not written' },
  rebuilt: { zh: '{city}：{buildings} 栋楼，已重建', en: '{city}: {buildings} buildings, built anew' },
  sited: { zh: '推荐 {chosen} 处，新增覆盖 {gained} 人，用时 {seconds} 秒', en: '{chosen} sites suggested, {gained} more residents covered, {seconds} seconds' },
  best: { zh: '已证明没有更好的选法', en: 'proven: no choice is better' },
  unproven: { zh: '没有证明是最优', en: 'not proven to be the best' },
  within: { zh: '与能证明的上限相差不超过 {gap}%', en: 'at most {gap}% from the proven bound' },
  frozen: { zh: '“{name}”已定版：{areas} 个区域、{answers} 份答案、{size} MB，从此不再改变', en: '"{name}" is frozen: {areas} areas, {answers} answers, {size} MB; nothing changes it from now on' },
} as const satisfies Readonly<Record<string, Sentence>>
