import { describe, expect, test } from 'vitest'
import { ruleValue } from '../../geodata/kernel/question.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { askError } from '../tools/asking.ts'
import { walkingOracle } from '../tools/dijkstra.ts'
import { recordsOf } from '../tools/random-city.ts'
import { servedCity } from '../tools/served-city.ts'
import { smallIdentity } from '../tools/small-city.ts'
import { venueAsking, type VenueAsk } from '../tools/venue-asking.ts'
import { isVenue, venueCity } from '../tools/venue-city.ts'

/** Starts and the ways from them in a random city, asked over HTTP and worked out again the plain way. */
const city = venueCity(4)
const { app } = await servedCity({ identity: { ...smallIdentity, coding: 'text' }, records: recordsOf(city) })
const places = city.facilities.filter(isVenue)
const byId = new Map(places.map((place) => [place.id, place]))
const oracleOf = (stepFree: boolean, ...locks: readonly unknown[]) => walkingOracle(city.streets, city.gates.filter(({ locked }) => locks.includes(typeof locked === 'object' ? 'hours' : locked)).map(({ position }) => position), stepFree, ruleValue(catalogue, 'snapMetres'))
const oracle = oracleOf(false, 'always')
const { venues, venue, homes } = venueAsking(app)
const lunch = '2026-02-14T11:00:00+08:00'
/** The second gate is locked 22:00-06:00. */
const night = '2026-02-14T23:30:00+08:00'

describe('nearest by network', () => {
  const starts: [string, VenueAsk, readonly Position[]][] = [
    ...[0, 5, 9, 17, 23, 31, 44].map((k): [string, VenueAsk, readonly Position[]] => {
      const { id, entrances, footprint } = city.buildings[k]
      return [`building ${id}`, { building: id }, entrances.length > 0 ? entrances : [middle(footprint[0][0])]]
    }),
    ...city.facilities.slice(0, 6).map(({ position: [lon, lat] }): [string, VenueAsk, readonly Position[]] => {
      const near: Position = [Math.round((lon + 0.0007) * 1e6) / 1e6, Math.round((lat - 0.0004) * 1e6) / 1e6]
      return [`point ${near}`, { near: near.join(',') }, [near]]
    }),
  ]
  test.each(starts)('from %s every place is as far and in the order of a plain Dijkstra', async (_, start, doors) => {
    const { venues: rows, origin, total } = await venues({ ...start, at: lunch })
    expect([rows.length, total]).toEqual([places.length, places.length])
    const expected = new Map(rows.map(({ id }) => [id, oracle.metresTo(byId.get(id)?.position ?? [0, 0], [doors])[0]]))
    const walked = rows.filter(({ walkMetres }) => walkMetres !== null)
    expect(origin?.connected).toBe(walked.length > 0)
    // Rows say whole metres; their order is that of the walks themselves, of which the plane is true to half a metre.
    expect(walked.filter(({ id, walkMetres }) => Math.abs((walkMetres ?? 0) - (expected.get(id) ?? 0)) > 1)).toEqual([])
    expect(walked.slice(1).filter(({ id }, i) => (expected.get(walked[i].id) ?? 0) > (expected.get(id) ?? 0) + 1)).toEqual([])
    // What no walk leads to stands behind all that one does.
    expect(rows.slice(walked.length).filter(({ id, walkMetres }) => walkMetres !== null || (expected.get(id) ?? 0) < 60 * 60 * 1.2 - 1)).toEqual([])
    for (const { walkMetres, walkMinutes, adultMinutes } of walked) expect([walkMinutes, adultMinutes].map((minutes, i) => Math.abs((minutes ?? 0) - Math.ceil((walkMetres ?? 0) / [0.8, 1.2][i] / 60)) <= 1)).toEqual([true, true])
  })

  test('whoever asks for no steps is led around stairs, and nobody through a gate in the hours it is locked', async () => {
    const ways = [[{ at: lunch, stepFree: 'yes' }, oracleOf(true, 'always')], [{ at: night }, oracleOf(false, 'always', 'hours')], [{ at: night, stepFree: 'yes' }, oracleOf(true, 'always', 'hours')]] as const
    for (const [at, [ask, other]] of ways.entries()) {
      let otherwise = 0
      for (const [name, start, doors] of starts) {
        const { venues: rows } = await venues({ ...start, ...ask })
        const metres = (by: typeof oracle) => (id: string): number => by.metresTo(byId.get(id)?.position ?? [0, 0], [doors])[0]
        const expected = new Map(rows.map(({ id }) => [id, metres(other)(id)]))
        expect([name, rows.filter(({ id, walkMetres }) => (walkMetres === null ? (expected.get(id) ?? 0) < 60 * 60 * 1.2 - 1 : Math.abs(walkMetres - (expected.get(id) ?? 0)) > 1)).map(({ id }) => id)]).toEqual([name, []])
        expect(rows.slice(1).filter(({ id, walkMetres }, i) => walkMetres !== null && (expected.get(rows[i].id) ?? 0) > (expected.get(id) ?? 0) + 1)).toEqual([])
        const changed = rows.find(({ id }) => Math.abs(Math.min(metres(oracle)(id), 1e5) - Math.min(expected.get(id) ?? 0, 1e5)) > 2)
        if (changed) otherwise++
        // The card says the same of the place.
        const [shown] = changed ? [changed] : rows
        const card = await venue(shown.id, { ...start, ...ask } as Record<string, string>)
        expect([card.venue.walkMetres, card.route?.metres ?? null, 'stepFree' in ask && card.route?.steps === true]).toEqual([shown.walkMetres, shown.walkMetres, false])
      }
      expect([at, otherwise > 0]).toEqual([at, true])
    }
  })

  test('without a start nothing is on foot, and a place where no street is near is told so', async () => {
    const nowhere = await venues({ at: lunch })
    expect([nowhere.origin, nowhere.first, nowhere.total, nowhere.venues.every(({ walkMetres, walkMinutes, adultMinutes }) => walkMetres === null && walkMinutes === null && adultMinutes === null)]).toEqual([null, null, places.length, true])
    for (const near of ['116.9,39.9', '0,0', '-179.9999,-89.9', '116.4000000001,39.95']) {
      const far = await venues({ near, at: lunch })
      expect([near, far.origin?.connected, far.total, far.venues.every(({ walkMetres }) => walkMetres === null)]).toEqual([near, false, places.length, true])
      const [lon, lat] = near.split(',').map(Number)
      const straight = far.venues.map(({ position }) => Math.hypot((position[0] - lon) * Math.cos(((lat + position[1]) / 2 / 180) * Math.PI), position[1] - lat))
      if (near.startsWith('116')) expect(straight.slice(1).filter((one, i) => straight[i] > one + 2e-4)).toEqual([])
    }
  })
})

const middle = (ring: readonly Position[]): Position => [(ring[0][0] + ring[2][0]) / 2, (ring[0][1] + ring[2][1]) / 2]

describe('where one starts from', () => {
  test('an estate by name, its buildings, and what stands around a point', async () => {
    const inEstate = city.buildings.filter(({ estate, use, residents }) => estate === 'estate-a' && (use !== 'office' || residents !== null)).map(({ id }) => id)
    const [estate] = (await homes({ q: 'xiaoqu' })).homes
    expect([estate.kind, estate.id, estate.name, estate.buildings]).toEqual(['estate', 'estate-a', '小区', inEstate.length])
    expect((await homes({ estate: 'estate-a', limit: '50' })).homes.map(({ id }) => id).toSorted()).toEqual(inEstate.toSorted())
    const { position } = (await homes({ q: 'b7' })).homes[0]
    const around = await homes({ near: position.join(','), limit: '5' })
    expect([around.homes[0].id, around.homes.every(({ kind }) => kind === 'building')]).toEqual(['b7', true])
    expect([(await homes({ near: '0,0' })).homes, (await homes({ q: '没有' })).homes]).toEqual([[], []])
    expect(await Promise.all(['', 'estate=nowhere', 'near=here'].map(async (query) => (await askError(app, `/api/v1/homes?${query}`)).code))).toEqual(['missingParameter', 'unknownArea', 'badParameter'])
  })
})
