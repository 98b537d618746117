import type { LayerSpecification } from 'maplibre-gl'

/** Pixel measures of a layer that grow with the wall. Pictures are drawn larger by open.ts, so the sizes that stretch them stay. */
const measures: readonly string[] = [
  'text-size', 'text-halo-width', 'text-padding', 'symbol-spacing', 'icon-padding', 'icon-offset', 'icon-text-fit-padding', 'line-width', 'line-offset', 'circle-radius', 'circle-stroke-width', 'fill-translate',
]

/**
 * A layer as much larger as a wall is read from farther away: what a desk sees at zoom z a wall sees at z + log2(factor), every name, mark and line `factor` times as large.
 * So a wall of twice the height shows the same picture, and not the same names as small as before on a ground of twice the size. No name is smaller than `leastText` pixels.
 */
export function enlargedLayer(layer: LayerSpecification, factor: number, leastText = 0): LayerSpecification {
  if ((factor === 1 && leastText === 0) || layer.type === 'background') return layer
  const levels = Math.log2(factor) + later(layer.layout, factor, leastText)
  const large = (name: string, value: unknown): unknown => { const grown = raised(value, levels, measures.includes(name) ? factor : 1); return name === 'text-size' ? atLeast(grown, leastText) : grown }
  const part = (values: object | undefined): object | undefined => values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, large(name, value)]))
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

/** Names that grow by more than three quarters of a level for being read take that much more room: they come as much nearer. */
function later(layout: LayerSpecification['layout'], factor: number, leastText: number): number {
  const most = layout && 'text-size' in layout ? largest(layout['text-size']) : 0
  return most > 0 ? Math.max(0, Math.log2(leastText / (most * factor)) - 0.75) : 0
}

/** The largest of the sizes a text has at any zoom; 0: not told by numbers. */
function largest(size: unknown): number {
  if (typeof size === 'number') return size
  if (!Array.isArray(size) || (size[0] !== 'interpolate' && size[0] !== 'step')) return 0
  const sizes: unknown[] = size.filter((_, at) => (size[0] === 'interpolate' ? at >= 4 && at % 2 === 0 : at >= 2 && at % 2 === 0))
  return Math.max(0, ...sizes.map((one) => (typeof one === 'number' ? one : 0)))
}

/** The same size, nowhere below `least`. */
function atLeast(size: unknown, least: number): unknown {
  if (typeof size === 'number') return Math.max(size, least)
  if (!Array.isArray(size) || least === 0) return size
  const [operator, ...rest] = size as unknown[]
  if (operator === 'interpolate' && isZoom(rest[1])) return [operator, ...rest.map((one, at) => (at >= 2 && at % 2 === 1 ? atLeast(one, least) : one))]
  if (operator === 'step' && isZoom(rest[0])) return [operator, ...rest.map((one, at) => (at % 2 === 1 ? atLeast(one, least) : one))]
  return ['max', size, least]
}

/** A filter that speaks of the zoom of a desk. */
function lowered(value: unknown, levels: number): unknown {
  if (isZoom(value)) return ['-', ['zoom'], levels]
  return Array.isArray(value) ? value.map((one: unknown) => lowered(one, levels)) : value
}

const isZoom = (value: unknown): boolean => Array.isArray(value) && value.length === 1 && value[0] === 'zoom'
