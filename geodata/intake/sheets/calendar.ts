import { textOf, type RawCell } from './table.ts'

/** 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305; in Minguo years 115/04/01, 1130102, 370314, 民國115年4月1日. null: none of these, or no such day. */
export function dayOf(cell: RawCell, minguo = false): string | null {
  const text = textOf(cell).replaceAll(/\s+/g, ' ').replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const parted = /^(?:民[国國])?(\d{1,4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号號]?$/.exec(text)
  const joined = minguo ? /^(\d{1,3})(\d{2})(\d{2})$/.exec(text) : /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const [, year, month, day] = parted ?? joined ?? []
  if (year === undefined) return null
  if (!minguo && year.length !== 4) return null
  return realDay(Number(year) + (minguo && Number(year) < minguoEnd ? minguoStart : 0), Number(month), Number(day))
}

/** 2026-03, 2026/3, 2026年3月, 202603, or a day of it. */
export function monthOf(cell: RawCell): string | null {
  const text = textOf(cell).replaceAll(/\s+/g, '')
  const [, year, month] = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text) ?? []
  if (year === undefined) return dayOf(cell)?.slice(0, 7) ?? null
  return realDay(Number(year), Number(month), 1)?.slice(0, 7) ?? null
}

/** Minguo 1 is 1912; no year of that count is longer than three digits. */
const minguoStart = 1911
const minguoEnd = 1000

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1800 || year > 2200 || date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
