import type { EditableKind, RecordKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import type { ScenarioBase } from '../../geodata/model/scenario.ts'
import { canonical } from './canonical.ts'
import type { Connection, Row } from './driver.ts'
import { loggedRecord } from './change-log.ts'
import { shanghaiDay } from './day.ts'
import { textOrNull, text } from './tables/cells.ts'

/** Lines of the log that are looked through: of a record that only had its telephone corrected there may be many before the one that matters. */
const mostLines = 2000

/** Day (in China) of the newest line of the change log about what figures rest on; `category`: of whose sites. null: nobody wrote it down. */
export function newestChange(connection: Connection, what: ScenarioBase, category: string): string | null {
  const { kind, loads, tells } = lines[what]
  const found = connection.prepare<[EditableKind, number], Row>("SELECT * FROM change_log WHERE kind = ? OR (action = 'load' AND kind IS NULL) ORDER BY id DESC LIMIT ?").iterate(kind, mostLines)
  for (const row of found) {
    const matters = textOrNull(row, 'kind') === null ? loadOf(row, loads) : tells(loggedRecord(row, 'before'), loggedRecord(row, 'after'), category)
    if (matters) return shanghaiDay(new Date(text(row, 'at')))
  }
  return null
}

type Tells = (before: EditableRecord | null, after: EditableRecord | null, category: string) => boolean
const differ = (of: (record: EditableRecord) => unknown): Tells => (before, after) => canonical(before && of(before)) !== canonical(after && of(after))

/** By what figures rest on: records whose lines tell of it, kinds of a load that do, and what of a record matters. */
const lines: Readonly<Record<ScenarioBase, { kind: EditableKind; loads: readonly RecordKind[]; tells: Tells }>> = {
  category: {
    kind: 'facility', loads: ['facility'],
    tells: (before, after, category) => [before, after].some((site) => site !== null && 'admission' in site && site.category === category)
      && differ((site) => 'admission' in site && [site.category, site.position, site.admission, site.hours, site.capacity, site.stepFree, site.suspensions, site.validFrom, site.validTo])(before, after, category),
  },
  network: { kind: 'gate', loads: ['street', 'gate'], tells: differ((gate) => 'locked' in gate && [gate.position, gate.estate, gate.locked]) },
  geometry: { kind: 'building', loads: ['building', 'area'], tells: differ((building) => 'residents' in building && building.residents?.basis) },
  residents: { kind: 'building', loads: ['building'], tells: differ((building) => 'residents' in building && building.residents) },
}

/** Whether a load brought or changed something of these kinds. */
function loadOf(row: Row, kinds: readonly RecordKind[]): boolean {
  if (row['whole'] === 1) return true
  const counts = JSON.parse(textOrNull(row, 'counts') ?? '{}') as Record<string, Partial<Record<RecordKind, number>> | undefined>
  return kinds.some((kind) => (counts['added']?.[kind] ?? 0) + (counts['changed']?.[kind] ?? 0) > 0)
}
