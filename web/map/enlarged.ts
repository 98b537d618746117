import type { LayerSpecification } from 'maplibre-gl'

/** Pixel measures of a layer that grow with the wall. Pictures are drawn larger by open.ts, so the sizes that stretch them stay. */
const measures: readonly string[] = [
  'text-size', 'text-halo-width', 'text-padding', 'symbol-spacing', 'icon-padding', 'icon-offset', 'icon-text-fit-padding', 'line-width', 'line-offset', 'circle-radius', 'circle-stroke-width', 'fill-translate',
]

/**
 * A layer as much larger as a wall is read from farther away: what a desk sees at zoom z a wall sees at z + log2(factor), every name, mark and line `factor` times as large.
 * So a wall of twice the height shows the same picture, and not the same names as small as before on a ground of twice the size.
 */
export function enlargedLayer(layer: LayerSpecification, factor: number): LayerSpecification {
  if (factor === 1 || layer.type === 'background') return layer
  const levels = Math.log2(factor)
  const part = (values: object | undefined): object | undefined => values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, raised(value, levels, measures.includes(name) ? factor : 1)]))
  const { minzoom, maxzoom, layout, paint } = layer
  const filter = 'filter' in layer && layer.filter ? { filter: lowered(layer.filter, levels) } : {}
  return {
    ...layer, ...filter, ...(minzoom === undefined ? {} : { minzoom: Math.min(mostZoom, minzoom + levels) }), ...(maxzoom === undefined ? {} : { maxzoom: Math.min(mostZoom, maxzoom + levels) }),
    ...(layout ? { layout: part(layout) } : {}), ...(paint ? { paint: part(paint) } : {}),
  } as LayerSpecification
}
/** The library's own limit. */
const mostZoom = 24

/** An expression whose zooms lie `levels` higher and whose outputs are `factor` times as large. Zoom may stand only on top (the library's rule). */
function raised(value: unknown, levels: number, factor: number): unknown {
  if (!Array.isArray(value)) return times(value, factor)
  const [operator, ...rest] = value as unknown[]
  if (operator === 'interpolate' && isZoom(rest[1])) return [operator, rest[0], rest[1], ...rest.slice(2).map((one, at) => (at % 2 === 0 ? Number(one) + levels : times(one, factor)))]
  if (operator === 'step' && isZoom(rest[0])) return [operator, rest[0], ...rest.slice(1).map((one, at) => (at % 2 === 1 ? Number(one) + levels : times(one, factor)))]
  return times(value, factor)
}

/** `factor` times a number, a list of numbers or whatever an expression gives. */
function times(value: unknown, factor: number): unknown {
  if (factor === 1) return value
  if (typeof value === 'number') return value * factor
  if (!Array.isArray(value)) return value
  const [operator, ...rest] = value as unknown[]
  if (typeof operator === 'number') return value.map((one: unknown) => times(one, factor))
  if (operator === 'literal') return [operator, times(rest[0], factor)]
  if (operator === 'case') return [operator, ...rest.map((one, at) => (at % 2 === 1 || at === rest.length - 1 ? times(one, factor) : one))]
  if (operator === 'match') return [operator, rest[0], ...rest.slice(1).map((one, at) => (at % 2 === 1 || at === rest.length - 2 ? times(one, factor) : one))]
  return ['*', factor, value]
}

/** A filter that speaks of the zoom of a desk. */
function lowered(value: unknown, levels: number): unknown {
  if (isZoom(value)) return ['-', ['zoom'], levels]
  return Array.isArray(value) ? value.map((one: unknown) => lowered(one, levels)) : value
}

const isZoom = (value: unknown): boolean => Array.isArray(value) && value.length === 1 && value[0] === 'zoom'
