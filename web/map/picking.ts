import type { Map as GlMap, Point } from 'maplibre-gl'
import type { AreaLevel } from '../../geodata/model/area.ts'
import type { LayerName } from './order.ts'
import type { MapOverlay } from './overlaid.ts'
import type { Picked } from './seam.ts'

/** What a rendered feature says of itself, in the GL library's shape. */
export type RenderedFeature = { layer: { id: string }; id?: number | string | undefined; properties: Readonly<Record<string, unknown>> }

/** Layers that answer to a pointer, the first is asked first. Marks are small, so they are sought in a box around the pointer. */
export const markLayers = ['chosen-badge', 'asked-badges', 'facility-badges', 'facility-dots', 'gates', 'unit-marks', 'grid-dots', 'community-dots'] as const satisfies readonly LayerName[]
export const surfaceLayers = ['buildings-standing', 'buildings'] as const satisfies readonly LayerName[]
export const areaLayers = ['community-labels', 'street-area-labels'] as const satisfies readonly LayerName[]

/** Half the side of the box in which marks are sought, CSS pixels: a finger is wider than a pointer. */
export const reachPixels = { mouse: 4, touch: 14 } as const

/** What stands at a point of the map, marks before buildings before names of areas; of each what an overlay lays there first. */
export function pickAt(map: Pick<GlMap, 'queryRenderedFeatures'>, { x, y }: Pick<Point, 'x' | 'y'>, pointer: keyof typeof reachPixels, overlay?: MapOverlay | null): Picked | null {
  const reach = reachPixels[pointer]
  const near: [[number, number], [number, number]] = [[x - reach, y - reach], [x + reach, y + reach]]
  const shown = (layers: readonly string[]): readonly string[] => (overlay ? layers.filter((id) => !overlay.hides.has(id)) : layers)
  const point: [number, number] = [x, y]
  for (const [layers, where] of [[overlay?.marks ?? [], near], [shown(markLayers), near], [overlay?.surfaces ?? [], point], [shown(surfaceLayers), point], [areaLayers, near], [overlay?.grounds ?? [], point]] as const) {
    if (layers.length === 0) continue
    const [first] = map.queryRenderedFeatures(where, { layers: [...layers] })
    const picked = first ? pickedFrom(first) ?? (overlay ? { kind: 'overlay' as const, ...overlay.pick(first) } : null) : null
    if (picked) return picked
  }
  return null
}

/** The feature as the views know it, null for one they do not. */
export function pickedFrom(feature: RenderedFeature): Picked | null {
  const { properties } = feature
  switch (feature.layer.id) {
    case 'buildings':
    case 'buildings-standing':
      if (typeof feature.id !== 'number') return null
      return { kind: 'building', index: feature.id, name: text(properties['name']), home: homes[Number(properties['home'])] ?? 'other', storeys: number(properties['storeys']) }
    case 'chosen-badge':
    case 'asked-badges':
    case 'facility-badges':
    case 'facility-dots':
      return { kind: 'facility', id: text(properties['id']), name: text(properties['name']), category: text(properties['category']), open: text(properties['open']) }
    case 'unit-marks':
      return { kind: 'unit', id: text(properties['id']), name: text(properties['name']), nature: text(properties['nature']) }
    case 'gates':
      return { kind: 'gate', id: text(properties['id']), name: text(properties['name']), locked: locks[Number(properties['locked'])] ?? 'never' }
    case 'grid-dots':
    case 'community-dots':
    case 'community-labels':
    case 'street-area-labels':
      return { kind: 'area', code: text(properties['code']), name: text(properties['name']), level: text(properties['level']) as AreaLevel }
    default:
      return null
  }
}

/** Whether two picks are the same thing, so that a view is told of changes only. */
export const samePick = (one: Picked | null, other: Picked | null): boolean => keyOf(one) === keyOf(other)

const homes = ['other', 'home', 'nodata'] as const
const locks = ['never', 'always', 'hours'] as const

function keyOf(picked: Picked | null): string {
  if (!picked) return ''
  if (picked.kind === 'building') return `building ${picked.index}`
  return `${picked.kind} ${picked.kind === 'area' ? picked.code : picked.id}`
}

const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
