import { eventStreams, type EventCount } from '../../../geodata/model/eventCount.ts'
import type { RecordTable } from '../record-table.ts'
import { degreesToInteger } from '../shape-blob.ts'
import { number, numberOrNull, point, provenance, text, textOrNull, word } from './cells.ts'

export const eventCountTable: RecordTable<EventCount> = {
  name: 'event_count', identity: 'id',
  columns: [
    { name: 'id', touches: 'events', of: (event) => event.id },
    { name: 'stream', touches: 'events', of: (event) => event.stream },
    { name: 'month', touches: 'events', of: (event) => event.month },
    { name: 'category', touches: 'events', of: (event) => event.category },
    { name: 'area', touches: 'events', of: (event) => event.area },
    { name: 'lon', touches: 'events', of: (event) => event.position && degreesToInteger(event.position)[0] },
    { name: 'lat', touches: 'events', of: (event) => event.position && degreesToInteger(event.position)[1] },
    { name: 'times', touches: 'events', of: (event) => event.times },
    { name: 'people', touches: 'events', of: (event) => event.people },
    { name: 'responded', touches: 'events', of: (event) => event.responded },
    { name: 'resolved', touches: 'events', of: (event) => event.resolved },
    { name: 'satisfied', touches: 'events', of: (event) => event.satisfied },
    { name: 'source', touches: 'events', of: (event) => event.source },
    { name: 'date', touches: 'events', of: (event) => event.date },
  ],
  read: (row) => ({
    id: text(row, 'id'), stream: word(row, 'stream', eventStreams), month: text(row, 'month'), category: text(row, 'category'), area: textOrNull(row, 'area'), position: row['lon'] === null ? null : point(row),
    times: number(row, 'times'), people: numberOrNull(row, 'people'), responded: numberOrNull(row, 'responded'), resolved: numberOrNull(row, 'resolved'), satisfied: numberOrNull(row, 'satisfied'), ...provenance(row),
  }),
}
