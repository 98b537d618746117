import type { DeskChange, DeskStanding, SiteRecord, UnitRecord } from '../../../web/desk/record.ts'
import { refusal, smallServer, type Ask, type Otherwise, type Reply } from '../server.ts'
import { emptyOffer } from '../../../geodata/model/offer.ts'

type Kind = 'facilities' | 'units'
type Line = Omit<DeskChange, 'before' | 'after'> & { kind: Kind; record: string; before: SiteRecord | UnitRecord | null; after: SiteRecord | UnitRecord | null }

export const site = (number: number, other: Partial<SiteRecord> = {}): SiteRecord => ({
  id: `f-${number}`, name: `纺织食堂 ${number}`, category: 'canteen', position: [121.05, 31.05], unit: null, admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] },
  hours: '11:00-13:00', phone: null, capacity: { seats: 40, spareSeats: null, squareMetres: null }, stepFree: null, offer: emptyOffer, suspensions: [], validFrom: null, validTo: null, source: '示意数据', date: '2026-10-01', ...other,
})
export const unitRecord = (number: number, other: Partial<UnitRecord> = {}): UnitRecord => ({
  id: `u-${number}`, name: `设计院 ${number}`, nature: 'stateEnterprise', position: [121.06, 31.05], community: '310101001001', validFrom: null, validTo: null, source: '示意数据', date: '2026-10-01', ...other,
})

const lying = [{ code: '310101001', name: '望澜街道', level: 'street' as const }, { code: '310101001001', name: '纺织社区', level: 'community' as const }]

/** Records in memory with etags, If-Match and a log, as the contract describes them. `as` acts as somebody else would. */
export const recordServer = ({ sites = [site(1), site(2), site(3)], units = [unitRecord(1)], otherwise }: { sites?: SiteRecord[]; units?: UnitRecord[]; otherwise?: Otherwise } = {}) => {
  const held = { facilities: new Map(sites.map((one) => [one.id, one])), units: new Map<string, SiteRecord | UnitRecord>(units.map((one) => [one.id, one])) } as Record<Kind, Map<string, SiteRecord | UnitRecord>>
  const log: Line[] = []
  const etagOf = (record: object): string => `"${encodeURIComponent(JSON.stringify(record))}"`
  const standing = (record: SiteRecord | UnitRecord): DeskStanding => ({ record, etag: etagOf(record), areas: lying, editable: true })
  const write = (kind: Kind, id: string, action: Line['action'], after: SiteRecord | UnitRecord | null, actor: string): void => {
    log.push({ id: log.length + 1, at: `2026-10-0${1 + (log.length % 9)}T08:30:00.000Z`, actor, action, kind, record: id, before: held[kind].get(id) ?? null, after })
    if (after) held[kind].set(id, after)
    else held[kind].delete(id)
  }
  const stale = (ask: Ask, record: SiteRecord | UnitRecord): Reply | null => (ask.headers.get('if-match') === etagOf(record) ? null : refusal('changedMeanwhile', '刚被别人改过。', 412))

  const answer = (ask: Ask): Reply | undefined => {
    const [, kind, id, part] = /^\/api\/v1\/(facilities|units)(?:\/([^/]+))?(?:\/(history|restore))?$/.exec(ask.path) ?? []
    if (kind !== 'facilities' && kind !== 'units') return undefined
    const rows = held[kind]
    const actor = 'wang'
    if (id === undefined && ask.method === 'GET') {
      const from = Number(ask.query.get('cursor') ?? 0)
      const limit = Number(ask.query.get('limit') ?? 100)
      const found = [...rows.values()].filter((row) => row.name.includes(ask.query.get('q') ?? ''))
      return { body: { rows: found.slice(from, from + limit).map(standing), total: found.length, next: from + limit < found.length ? String(from + limit) : null } }
    }
    if (id === undefined) {
      const made = { ...site(0), ...(ask.body as Partial<SiteRecord>), id: `f-new${log.length}` }
      write(kind, made.id, 'add', made, actor)
      return { body: standing(made) }
    }
    const record = rows.get(decodeURIComponent(id))
    if (part === 'history') {
      const lines = log.filter((line) => line.kind === kind && line.record === id).reverse()
      const from = Number(ask.query.get('cursor') ?? 0)
      const limit = Number(ask.query.get('limit') ?? 20)
      return { body: { changes: lines.slice(from, from + limit).map(({ kind: _kind, record: _record, ...change }) => change), next: from + limit < lines.length ? String(from + limit) : null } }
    }
    if (part === 'restore') {
      if (record && stale(ask, record)) return stale(ask, record) ?? undefined
      const { change, state } = ask.body as { change: number; state: 'before' | 'after' }
      const after = log.find((line) => line.id === change)?.[state] ?? null
      write(kind, id, 'restore', after, actor)
      return { body: { standing: after ? standing(after) : null } }
    }
    if (!record) return refusal('unknownRecord', `没有编号为“${id}”的记录。`)
    if (ask.method === 'GET') return { body: standing(record) }
    const refused = stale(ask, record)
    if (refused) return refused
    if (ask.method === 'DELETE') {
      write(kind, id, 'remove', null, actor)
      return { body: { id, change: log.length } }
    }
    const changed = { ...record, ...(ask.body as Partial<SiteRecord>) }
    write(kind, id, 'change', changed, actor)
    return { body: standing(changed) }
  }
  const server = smallServer((ask) => otherwise?.(ask) ?? answer(ask))
  return {
    ...server, log, etagOf,
    site: (id: string) => held.facilities.get(id) as SiteRecord | undefined,
    /** Somebody else's change; null removes. */
    as: (actor: string, id: string, part: Partial<SiteRecord> | null): void => {
      const before = held.facilities.get(id)
      write('facilities', id, part ? 'change' : 'remove', part && before ? { ...(before as SiteRecord), ...part } : null, actor)
    },
    written: () => server.asked.filter((ask) => ask.method !== 'GET'),
  }
}
