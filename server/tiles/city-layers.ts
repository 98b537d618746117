import type { Area } from '../../geodata/model/area.ts'
import type { Building } from '../../geodata/model/building.ts'
import type { MultiPolygon, Position } from '../../geodata/model/geometry.ts'
import type { GroundKind, StreetClass } from '../../geodata/model/street.ts'
import { homeKindOf } from '../../geodata/kernel/home.ts'
import { growingDoubles } from '../../geodata/kernel/growing.ts'
import { innerPoint, squareMetres } from '../../geodata/kernel/inner.ts'
import { publicPosition } from '../answers/venues/venue-list.ts'
import { hilbertRank } from '../store/hilbert.ts'
import { shanghaiDay } from '../store/day.ts'
import type { Reading } from '../store/store.ts'
import { tagDictionary, type TagDictionary } from './tag-dictionary.ts'
import { tileLayerBuilder, type TileLayer } from './tile-layer.ts'

/** Layers that share a tile, and the dictionary their tags are written in. */
export type TileSet = { dictionary: TagDictionary; layers: readonly TileLayer[] }

/** Each kind of tile is a set of its own, so that places can be drawn anew while the rest stays. publicPlaces: the same at four decimals, as the public is told positions. */
export type CityLayers = { base: TileSet; buildings: TileSet; outlines: TileSet } & PlaceSets
export type PlaceSets = Record<'places' | 'publicPlaces', TileSet>

/** From which zoom a thing is worth drawing; the map's style decides again, these only keep tiles small. */
const streetZoom: Readonly<Record<StreetClass, number>> = {
  motorway: 8, arterial: 8, rail: 8, secondary: 10, local: 12, service: 13, lane: 13, path: 14, footway: 14, steps: 14, crossing: 14,
}
const areaZoom: Readonly<Record<Area['level'], number>> = { city: 8, district: 8, street: 8, community: 10, grid: 12, estate: 13 }
const areaLabelZoom: Readonly<Record<Area['level'], number>> = { city: 8, district: 8, street: 10, community: 11, grid: 13, estate: 14 }
const groundZoom: Partial<Record<GroundKind, number>> = { wall: 14, track: 13, parking: 13 }
const placeZoom = 13

/** Reads the city once into tile layers. Buildings keep their dense index as feature id; the rest is ordered along the curve. */
export async function cityLayers(city: Reading): Promise<CityLayers> {
  const buildings = await tileSet(async (dictionary) => [await buildingLayer(city, dictionary)])
  return {
    base: await tileSet(async (dictionary) => [...(await groundLayers(city, dictionary)), await streetLayer(city, dictionary), ...(await areaLayers(city, dictionary))]),
    buildings, outlines: { ...buildings, layers: buildings.layers.map(outlinesOf) },
    ...(await placeSets(city)),
  }
}

/** Sites, units and gates alone: some thousand points, read again whenever one of them changed. */
export async function placeSets(city: Reading): Promise<PlaceSets> {
  return { places: await tileSet((dictionary) => placeLayers(city, dictionary, (position) => position)), publicPlaces: await tileSet((dictionary) => placeLayers(city, dictionary, publicPosition)) }
}

async function tileSet(read: (dictionary: TagDictionary) => Promise<TileLayer[]>): Promise<TileSet> {
  const dictionary = tagDictionary()
  const layers = await read(dictionary)
  dictionary.close()
  return { dictionary, layers }
}

async function buildingLayer(city: Reading, dictionary: TagDictionary): Promise<TileLayer> {
  const layer = tileLayerBuilder('buildings', 'polygon', ['storeys', 'home', 'name', 'use'], dictionary, ['name', 'use'])
  for await (const building of city.buildings()) layer.shape(building.footprint, placeZoom, [building.storeys, homeKindOf(building), named(building), building.use])
  return layer.finish()
}

/** The same shapes, shared, without a word about them. */
const outlinesOf = (buildings: TileLayer): TileLayer => ({ ...buildings, name: 'outlines', keys: [], tags: new Int32Array(0), spareKeys: [], anonymous: true })

async function streetLayer(city: Reading, dictionary: TagDictionary): Promise<TileLayer> {
  const layer = tileLayerBuilder('streets', 'line', ['class', 'name', 'bridge', 'steps', 'width'], dictionary)
  const ranks = growingDoubles()
  for await (const street of city.streets()) {
    layer.line(street.line, streetZoom[street.class], [street.class, named(street), street.bridge, street.steps, street.widthMetres])
    ranks.push(hilbertRank(street.line[0]))
  }
  return layer.finish(ranks.take())
}

async function groundLayers(city: Reading, dictionary: TagDictionary): Promise<TileLayer[]> {
  const shapes = tileLayerBuilder('ground', 'polygon', ['kind', 'name'], dictionary)
  const labels = tileLayerBuilder('groundLabels', 'point', ['kind', 'name'], dictionary)
  const ranks = growingDoubles(), labelRanks = growingDoubles()
  for await (const one of city.ground()) {
    const rank = hilbertRank(one.shape[0][0][0])
    shapes.shape(one.shape, groundZoom[one.kind] ?? 8, [one.kind, named(one)])
    ranks.push(rank)
    if (one.name === '') continue
    labels.point(innerPoint(one.shape), labelZoomOf(one.shape), [one.kind, one.name])
    labelRanks.push(rank)
  }
  return [shapes.finish(ranks.take()), labels.finish(labelRanks.take())]
}

async function areaLayers(city: Reading, dictionary: TagDictionary): Promise<TileLayer[]> {
  const shapes = tileLayerBuilder('areas', 'polygon', ['level', 'code', 'name'], dictionary)
  const labels = tileLayerBuilder('areaLabels', 'point', ['level', 'code', 'name'], dictionary)
  const ranks = growingDoubles()
  for await (const area of city.areas()) {
    if (!area.boundary || area.boundary.length === 0) continue
    const tags = [area.level, area.code, named(area)]
    shapes.shape(area.boundary, areaZoom[area.level], tags)
    labels.point(innerPoint(area.boundary), areaLabelZoom[area.level], tags)
    ranks.push(hilbertRank(area.boundary[0][0][0]))
  }
  const order = ranks.take()
  return [shapes.finish(order), labels.finish(order)]
}

async function placeLayers(city: Reading, dictionary: TagDictionary, shown: (position: Position) => Position): Promise<TileLayer[]> {
  const day = shanghaiDay()
  const facilities = tileLayerBuilder('facilities', 'point', ['id', 'category', 'name', 'open'], dictionary)
  for await (const one of city.facilities(day)) facilities.point(shown(one.position), placeZoom, [one.id, one.category, named(one), one.admission.audience])
  const units = tileLayerBuilder('units', 'point', ['id', 'name', 'nature'], dictionary)
  for await (const one of city.units(day)) units.point(shown(one.position), placeZoom, [one.id, named(one), one.nature])
  const gates = tileLayerBuilder('gates', 'point', ['id', 'name', 'locked'], dictionary)
  for await (const one of city.gates()) gates.point(shown(one.position), placeZoom, [one.id, named(one), one.locked === 'never' ? 0 : one.locked === 'always' ? 1 : 2])
  return [facilities.finish(), units.finish(), gates.finish()]
}

const named = ({ name }: Pick<Building, 'name'>): string | null => (name === '' ? null : name)

/** Large waters and parks carry their name from afar. Bounds in square metres, chosen so that a name fits into its shape at 13 pixels. */
function labelZoomOf(shape: MultiPolygon): number {
  const area = squareMetres(shape)
  return area > 1_000_000 ? 11 : area > 100_000 ? 13 : area > 20_000 ? 14 : 15
}
