import type { WallLens, WallSubject } from './wall.ts'

/** 定版: the answers of the wall as they were on a day, kept for good. Nothing that is changed later changes them. */
export type Edition = {
  id: string
  /** 上报口径 2026Q3: what people call it by; no two are called alike. */
  name: string
  /** yyyy-mm: as the city stood at the end of that month; null: as it stood when it was frozen. */
  month: string | null
  /** The day (in China) it was frozen on. */
  day: string
  /** ISO instant. */
  frozen: string
  by: string
  note: string
  software: string; catalogue: string
  /** Versions of the data, as dataVersion tells them. */
  data: string
  /** Which database and geometry the states of buildings belong to. */
  geometry: string
  /** Areas whose wall it holds, the whole city not counted; answers of every kind; bytes of them as they are kept. */
  areas: number; answers: number; bytes: number
}

export const longestEditionName = 60
export const longestEditionNote = 300

/** Which answer a part of an edition is. area '': the whole city. part: the wall of a community or grid before its lists were cut, where they were: a choice of several is put together from these. */
export type EditionKey =
  | { kind: 'wall' | 'part'; subject: ''; area: string; language: 'zh' | 'en' }
  | { kind: 'records'; subject: WallSubject; area: string; language: 'zh' | 'en' }
  | { kind: 'states'; subject: WallLens; area: ''; language: '' }
