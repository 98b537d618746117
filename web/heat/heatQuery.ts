import { heatLayers, heatMeasures, heatShapes } from '../../geodata/contract/heat.ts'
import { oneOf, optional, row, text, type ValuesOf } from '../stores/table.ts'

export type HeatLayer = (typeof heatLayers)[number]
export type HeatMeasure = (typeof heatMeasures)[number]

const resolutions = ['8', '9', '10'] as const
const month = (found: string): string | undefined => (/^\d{4}-(0[1-9]|1[0-2])$/.test(found) ? found : undefined)

/** What the address of the heat map holds beside the area and the camera. */
export const heatTable = {
  layer: oneOf(heatLayers, 'requests', 'push'),
  measure: oneOf(heatMeasures, 'times', 'push'),
  shape: oneOf(heatShapes, 'hexagons', 'push'),
  /** H3 resolution of hexagons. */
  size: oneOf(resolutions, '9', 'replace'),
  /** Category of events, or of sites for supply and gap; null: all. */
  kind: optional<string>('push', 'fault.code', text(64), String),
  /** null: the newest there is. */
  month: row<string | null>({ standard: null, history: 'replace', expected: 'heat.fault.month', read: month, write: (value) => value ?? '' }),
  /** The chosen cell or area. */
  cell: optional<string>('replace', 'fault.code', text(64), String),
} as const
export type HeatValues = ValuesOf<typeof heatTable>
export const sizes = resolutions

/** What can be counted of each layer, the first by itself; supply and gap count one thing. */
export const measuresOf: Readonly<Record<HeatLayer, readonly HeatMeasure[]>> = {
  services: ['times', 'people', 'perThousand'], requests: ['times', 'responded', 'resolved', 'satisfied', 'perThousand'], hazards: ['times', 'perThousand'], supply: [], gap: [],
}
export const measureIn = ({ layer, measure }: Pick<HeatValues, 'layer' | 'measure'>): HeatMeasure | null => measuresOf[layer].find((one) => one === measure) ?? measuresOf[layer][0] ?? null

const rates: readonly HeatMeasure[] = ['responded', 'resolved', 'satisfied']
export const isRate = (measure: HeatMeasure | null): boolean => measure !== null && rates.includes(measure)
/** Few answered, few places to sit: what is low is what is wrong. */
export const lowIsWorse = (layer: HeatLayer, measure: HeatMeasure | null): boolean => layer === 'supply' || isRate(measure)
/** Whether time plays a part. */
export const hasMonths = (layer: HeatLayer): boolean => layer !== 'supply' && layer !== 'gap'
