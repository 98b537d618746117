import type { Sentence } from '../sentence.ts'
import { say } from './sheet-words.ts'

/** Columns that rows of every sheet may have beside the sheet's own. */
export const commonColumns = ['id', 'name', 'area', 'unit', 'lon', 'lat', 'validFrom', 'validTo', 'source', 'date'] as const
export type CommonColumn = (typeof commonColumns)[number]

export const commonWords: Readonly<Record<CommonColumn, Sentence>> = {
  id: say('编号', 'id'),
  name: say('名称', 'name'),
  area: say('区域', 'area'),
  unit: say('单位', 'unit'),
  lon: say('经度', 'longitude'),
  lat: say('纬度', 'latitude'),
  validFrom: say('起始日期', 'from'),
  validTo: say('截止日期', 'until'),
  source: say('来源', 'source'),
  date: say('日期', 'date'),
}
