import type { RegisterState, SlotStanding } from '../../model/register.ts'
import { namesOf } from '../areas.ts'
import type { Chosen, Register, Row } from '../register.ts'
import { completenessOf, type Completeness, type CompletenessRow, type SlotLevel } from './completeness.ts'

const states: Readonly<Record<SlotStanding, RegisterState>> = { built: 'done', shared: 'done', underway: 'due', missing: 'missing', belowArea: 'partial' }
const order: readonly RegisterState[] = ['missing', 'partial', 'due', 'done']

/** 37, 38: every item of every community or street that has any, what is missing first; sites as points where they are known. */
export function slotSites(level: SlotLevel): Register {
  return (input) => {
    const found = completenessOf(input, level)
    const cells = found.rows.flatMap(({ area, cells: own }) => own.map((cell, at) => ({ area, cell, slot: found.items[at], state: states[cell.standing] })))
      .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.area.code < b.area.code ? -1 : a.area.code > b.area.code ? 1 : 0))
    const complete = found.rows.reduce((sum, row) => sum + row.complete, 0), least = found.rows.filter((row) => row.complete === found.rows[0].complete && row.complete < row.of)
    const mean = found.meanItems === null ? null : Math.round(found.meanItems * 10) / 10
    return {
      headlines: [{ code: 'complete', value: complete, of: cells.length, kind: 'count' }, { code: 'meanItems', value: mean, of: found.items.length, kind: 'ratio' }, { code: 'full', value: found.complete, of: found.rows.length, kind: 'count' }],
      columns: [
        { code: level, kind: 'area' }, { code: 'slot', kind: 'text', choice: 'catalogue.slot' }, { code: 'standing', kind: 'text', choice: 'slot.standing' }, { code: 'site', kind: 'text' },
        { code: 'squareMetres', kind: 'squareMetres' }, { code: 'minSquareMetres', kind: 'squareMetres' }, { code: 'entered', kind: 'text' }, { code: 'state', kind: 'state' },
      ],
      rows: cells.map(({ area, cell, slot, state }): Row => {
        const site = cell.facility === null ? null : input.facility(cell.facility)
        return {
          id: cell.entry ?? `${area.code}-${slot.code}`, opens: cell.entry === null ? null : 'entry', area: area.code, position: site?.position ?? null,
          cells: [area.code, slot.code, cell.standing, site?.name ?? null, cell.squareMetres, slot.minSquareMetres, cell.known, state],
        }
      }),
      map: level === 'community' ? { kind: 'points', column: 'state' } : { kind: 'areas', level, column: 'complete', worse: 'low', values: Object.fromEntries(found.rows.map((row) => [row.area.code, row.complete])) },
      answer: { areas: found.rows.length, items: found.items.length, mean, full: found.complete, least: found.rows[0]?.complete ?? null, places: namesOf(least.map(({ area }) => area)), lacks: least.length === 1 ? lackingIn(least[0], found.items) : null },
      atoms: [],
    }
  }
}

/** Items that are not there, or too small. */
function lackingIn({ cells }: CompletenessRow, items: Completeness['items']): Chosen | null {
  const codes = items.flatMap(({ code }, at) => (states[cells[at].standing] === 'done' ? [] : [code]))
  return codes.length === 0 ? null : { choice: 'catalogue.slot', codes }
}
