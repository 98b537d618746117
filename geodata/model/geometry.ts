/** Degrees, CGCS2000 (equal to WGS84 at map scale), longitude first. */
export type Position = readonly [lon: number, lat: number]

/** An open line of at least two positions. */
export type Line = readonly Position[]

/** First position equals the last; outer rings counter-clockwise, holes clockwise. */
export type Ring = readonly Position[]

/** The outer ring, then its holes. */
export type Polygon = readonly Ring[]

export type MultiPolygon = readonly Polygon[]

/** west, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]
