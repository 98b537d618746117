import { computed, type Ref } from 'vue'
import type { Position } from '../../../geodata/model/geometry.ts'
import { overviewAt } from '../layers/overview.ts'
import { learnImages } from '../images.ts'
import { hatchImage, signImage } from '../overlay/signs.ts'
import type { OverlayContent } from '../overlay/shapes.ts'
import { paletteOf } from '../palette.ts'
import type { MapCanvasProps, MapFailure, Overview } from '../seam.ts'
import { tileMaxZoom, tileMinZoom, tileSources } from '../sources.ts'
import { wholeAreas } from './areas.ts'
import { buildingEmphasis, walkLayers } from './chosen.ts'
import { tilesOf, type TileAddress } from './cover.ts'
import { namesOf, placed } from './labels.ts'
import { boundaryLayers, buildingLayers, groundLayers, roadLayers, type PlainLayer, type PlainWishes } from './layers.ts'
import { circleMarks, dotMarks, overlayMarks, placeMarks, sparkMarks } from './marks.ts'
import { project, scaleOf, worldOf, type View } from './mercator.ts'
import { areaColourLayers, cellLayers, emphasisLayers, isColoured } from './overlaid.ts'
import { extent } from './pieces.ts'
import { followTiles, type WantedTiles } from './tiles.ts'

learnImages({ sign: signImage, hatch: hatchImage })

export type PlainMapProps = MapCanvasProps & {
  /** What a view lays over the map, unopened by overlayOf. */
  content?: OverlayContent | null
  /** Which tiles of buildings the reader may load; outlines have no state and are not chosen; null: none. */
  shapes?: 'buildings' | 'outlines' | null
}

/** More buildings than these in view are told by the dots of their areas: as shapes of a page they would be slow to move. */
const mostBuildings = 15_000
const [noTiles, farZoom] = [[] as const, 12.9]

/** What the plain map draws, derived from its props and its view. Shapes do not depend on where the view lies, only on its zoom in fifths of a level. */
export function usePlainScene(props: Readonly<PlainMapProps>, view: Ref<View | null>, states: Ref<Uint8Array | null>, failed: (failure: MapFailure) => void) {
  const addresses = computed(() => tileSources('', props.meta.tileVersions, props.meta.box))
  const wanted = (source: keyof typeof tileMinZoom): Ref<WantedTiles> => {
    const key = computed(() => JSON.stringify(view.value && (source !== 'buildings' || shapes.value) ? tilesOf(view.value, { minZoom: tileMinZoom[source], maxZoom: tileMaxZoom, box: source === 'base' ? null : props.meta.box }) : []))
    return computed(() => {
      const [template = ''] = addresses.value[source].tiles ?? []
      const outlines = source === 'buildings' && shapes.value === 'outlines'
      const own = outlines ? template.replace('/tiles/buildings/', '/tiles/outlines/').replace(/\?v=.*$/, `?v=${encodeURIComponent(props.meta.tileVersions.outlines)}`) : template
      return { tiles: JSON.parse(key.value) as TileAddress[], address: ({ z, x, y }) => own.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)) }
    })
  }
  const shapes = computed(() => (props.shapes === undefined ? 'buildings' : props.shapes))
  const told = (detail: string): void => failed({ code: 'tiles', detail })
  const base = followTiles(wanted('base'), told)
  const buildings = followTiles(wanted('buildings'), told)
  const places = followTiles(wanted('places'), told)
  const waiting = computed(() => base.waiting.value || buildings.waiting.value || places.waiting.value)

  const palette = computed(() => paletteOf(props.theme))
  const content = computed(() => props.content ?? null)
  const zoom = computed(() => Math.round((view.value?.zoom ?? 12) * 5) / 5)
  const enlarged = computed(() => props.enlarged ?? 1)
  const switches = computed(() => new Set(props.layersOn))
  const wishes = computed<PlainWishes>(() => ({
    palette: palette.value, zoom: zoom.value, latitude: props.meta.box ? (props.meta.box[1] + props.meta.box[3]) / 2 : 35, switches: switches.value, areaFocus: props.areaFocus, states: states.value,
    lights: props.lights ?? null, dimmed: props.selectedIndex !== null, enlarged: enlarged.value,
  }))

  const crowded = computed(() => new Set(buildings.shown.value.flatMap((tile) => (tile.layers[shapes.value ?? ''] ?? []).map((piece) => piece.id))).size > mostBuildings)
  const overview = computed<Overview | null>(() => (view.value ? overviewAt(crowded.value ? Math.min(farZoom, zoom.value) : view.value.zoom, props.dots, props.dotsAtEveryZoom) : null))
  const detailed = computed(() => zoom.value >= tileMinZoom.buildings && !isColoured(content.value) && !(crowded.value && overview.value !== 'nothing'))

  const origin = computed<TileAddress>(() => base.shown.value[0]?.address ?? { z: 0, x: 0, y: 0 })
  const units = (position: Position): readonly [number, number] => {
    const { z, x, y } = origin.value
    const [east, south] = worldOf(position)
    return [Math.round((east * 2 ** z - x) * extent * 10) / 10, Math.round((south * 2 ** z - y) * extent * 10) / 10]
  }
  /** From units to pixels of the page. */
  const transform = computed(() => {
    if (!view.value) return { text: '', scale: 1 }
    const { z, x, y } = origin.value
    const scale = scaleOf(view.value.zoom) / 2 ** z / extent
    const [east, south] = worldOf([view.value.lon, view.value.lat])
    return { text: `translate(${(x * extent - east * 2 ** z * extent) * scale + view.value.width / 2} ${(y * extent - south * 2 ** z * extent) * scale + view.value.height / 2}) scale(${scale})`, scale }
  })
  /** Tiles of another zoom than the ground's are from before a movement. */
  const level = <Tile extends { address: TileAddress }>(tiles: readonly Tile[]): readonly Tile[] => tiles.filter((tile) => tile.address.z === origin.value.z)

  const shapeTiles = computed(() => (detailed.value && shapes.value ? level(buildings.shown.value) : noTiles))
  const ground = computed(() => groundLayers(base.shown.value, wishes.value))
  const roads = computed(() => roadLayers(base.shown.value, wishes.value, !isColoured(content.value)))
  const houses = computed(() => (shapes.value ? buildingLayers(shapeTiles.value, shapes.value, wishes.value) : []))
  const bounds = computed(() => boundaryLayers(base.shown.value, wishes.value))
  const emphasis = computed(() => buildingEmphasis(shapeTiles.value, props.selectedIndex, props.hoverIndex, palette.value))
  const colours = computed(() => (content.value ? areaColourLayers(base.shown.value, content.value, palette.value) : []))
  const cells = computed(() => (content.value ? cellLayers(content.value, palette.value, units) : []))
  const overs = computed(() => (content.value ? emphasisLayers(base.shown.value, content.value, palette.value, units) : []))
  const layers = computed<readonly PlainLayer[]>(() => [
    ...ground.value.land, ...colours.value, ...ground.value.water, ...cells.value, ...roads.value, ...houses.value, ...bounds.value, ...overs.value, ...emphasis.value, ...walkLayers(props.route, palette.value, units),
  ])

  const dots = computed(() => (overview.value === 'grid' || overview.value === 'community' ? dotMarks(props.dots, overview.value, props.theme, zoom.value) : []))
  const marks = computed(() => [
    ...(isColoured(content.value) ? [] : dots.value), ...(zoom.value >= tileMinZoom.places ? placeMarks(level(places.shown.value), { ...props, zoom: zoom.value }) : []), ...(content.value ? [...circleMarks(content.value, palette.value), ...sparkMarks(content.value, palette.value), ...overlayMarks(content.value, props.theme, zoom.value)] : []),
  ].map((mark) => (enlarged.value === 1 ? mark : { ...mark, pixels: mark.pixels * enlarged.value })))
  const names = computed(() => namesOf(base.shown.value, { palette: palette.value, zoom: zoom.value - Math.log2(enlarged.value), switches: switches.value }).filter(({ key }) => !(props.unnamed ?? []).includes(key)).map((label) => ({ ...label, pixels: Math.max(props.leastText ?? 0, label.pixels * enlarged.value) })))
  const labels = computed(() => {
    const now = view.value
    return now ? placed(names.value, (position) => project(now, position), now) : []
  })
  const areas = computed(() => wholeAreas(base.shown.value, origin.value, content.value, zoom.value))
  const pickable = computed(() => (view.value ? { view: view.value, marks: marks.value, labels: labels.value, base: base.shown.value, buildings: shapeTiles.value, content: content.value } : null))
  return { palette, origin, transform, layers, marks, labels, areas, overview, waiting, pickable, came: computed(() => base.shown.value.length > 0 && !waiting.value) }
}
