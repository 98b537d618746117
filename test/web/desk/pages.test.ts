import { describe, expect, it } from 'vitest'
import { joinedPages } from '../../../web/desk/pages.ts'
import type { DeskStanding } from '../../../web/desk/record.ts'
import { site } from './recordServer.ts'

const row = (number: number): DeskStanding => ({ record: site(number), etag: `"${number}"`, areas: [], editable: true })
const page = (from: number, count: number, total: number, next: string | null) => ({ rows: Array.from({ length: count }, (_none, at) => row(from + at)), total, next })

describe('lists of several areas as one', () => {
  it('stand one after another once each is read to its end', () => {
    expect(joinedPages([page(0, 3, 3, null), page(10, 2, 2, null)])).toMatchObject({ total: 5, at: null })
  })
  it('wait behind an area that is not read to its end, so that nothing is pushed down', () => {
    const { rows, total, at } = joinedPages([page(0, 3, 8, 'x'), page(10, 2, 2, null)])
    expect([rows.length, total, at]).toEqual([3, 10, 0])
  })
  it('hold a record of two areas that lie within each other once, and count it once', () => {
    const { rows, total } = joinedPages([page(0, 4, 4, null), page(2, 2, 2, null)])
    expect([rows.length, total]).toEqual([4, 4])
  })
})
