import { namedRecords, saysDenied } from '../../geodata/intake/edits/named.ts'
import { isDeniedName } from '../../geodata/intake/tables/denied.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import type { Reading } from '../store/store.ts'

/** What nobody may know of, by what stands in the database now. `named`: what was found of the records that others name. */
export type Veil = { last: number; listed: ReadonlySet<string>; units: Map<string, boolean>; named: Map<string, boolean> }

export type Veiled = {
  /** The rules as they are now: asked once for a list, not for each of its rows. */
  veil(): Promise<Veil>
  isVisible(veil: Veil, kind: EditableKind, record: EditableRecord | null): Promise<boolean>
  /** Whether the record that stands under this id may be known of. */
  standsVisible(veil: Veil, kind: EditableKind, id: string): Promise<boolean>
}

/**
 * Hidden are: units that are listed or named like a military, security or detention unit; whatever is named so, rows with such words in any text among it;
 * and what belongs to, or names, something hidden: a site of such a unit, a row about it, the tenure of its seat, a firm in a carrier that nobody may know of.
 */
export function veiled(reading: Pick<Reading, 'lastChange' | 'hiddenUnits' | 'record'>): Veiled {
  let kept: Veil | null = null

  async function veil(): Promise<Veil> {
    const last = await reading.lastChange()
    if (kept?.last !== last) kept = { last, listed: new Set(await reading.hiddenUnits()), units: new Map(), named: new Map() }
    return kept
  }

  async function isHiddenUnit({ listed, units }: Veil, id: string): Promise<boolean> {
    const known = units.get(id)
    if (known !== undefined) return known
    const hidden = listed.has(id) || isDeniedName((await reading.record('unit', id))?.name ?? '')
    units.set(id, hidden)
    return hidden
  }

  /** `above`: records whose answer waits for this one, since rows may name one another in a circle. */
  async function isHidden(now: Veil, kind: EditableKind, record: EditableRecord, above: readonly string[]): Promise<boolean> {
    if (isDeniedName(record.name) || ('sheet' in record && saysDenied(record))) return true
    if (kind === 'unit') return isHiddenUnit(now, record.id)
    if ('unit' in record && record.unit !== null && (await isHiddenUnit(now, record.unit))) return true
    for (const { kind: named, id } of namedRecords(record)) if (named === 'unit' ? await isHiddenUnit(now, id) : await isHiddenNamed(now, named, id, above)) return true
    return false
  }

  async function isHiddenNamed(now: Veil, kind: EditableKind, id: string, above: readonly string[]): Promise<boolean> {
    const key = `${kind} ${id}`
    const known = now.named.get(key)
    if (known !== undefined) return known
    if (above.includes(key)) return false
    const record = await reading.record(kind, id)
    const hidden = record !== null && (await isHidden(now, kind, record, [...above, key]))
    now.named.set(key, hidden)
    return hidden
  }

  const isVisible: Veiled['isVisible'] = async (now, kind, record) => record === null || !(await isHidden(now, kind, record, []))
  return { veil, isVisible, standsVisible: async (now, kind, id) => !(kind === 'unit' && (await isHiddenUnit(now, id))) && isVisible(now, kind, await reading.record(kind, id)) }
}
