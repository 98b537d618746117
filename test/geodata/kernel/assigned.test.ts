import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerAssignment, assignedStates, seatsUseOf, type Assignment, type SeatsUse } from '../../../geodata/kernel/assigned.ts'
import type { City } from '../../../geodata/kernel/columns.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { overlaid } from '../../../geodata/kernel/overlaid.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import { answerStates, stateIndex } from '../../../geodata/kernel/states.ts'
import { wayOf } from '../../../geodata/kernel/way.ts'
import { answerWhatIf } from '../../../geodata/kernel/whatIf.ts'
import { groups } from '../../../geodata/model/facility.ts'
import { emptyOverlay, type Overlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'
import { facility, smallBox, smallRecords } from '../../tools/small-city.ts'

const cases = [
  fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 100, max: 1400 }), fc.constantFrom('network', 'straight'), fc.constantFrom(...groups), fc.constantFrom(null, 'community-1', 'estate-a'), fc.record({ personsPerSeat: fc.constantFrom(1, 2, 2.5), useShare: fc.constantFrom(0.1, 0.5, 1) }),
] as const
const settings = { seed: 27, numRuns: 60 }

describe('seats', () => {
  test('are taken nearest first, as a plain walk down the sorted pairs takes them', () => {
    let split = 0, full = 0
    fc.assert(fc.property(...cases, (seed, metres, metric, group, area, use) => {
      const { city, overlay, question } = asking(seed, metres, metric, group, area)
      const answer = answerAssignment(city, overlay, question, use)
      const plain = greedy(city, overlay, question, use, answer.limitMetres)
      expect([...answer.served]).toEqual(plain.served)
      expect(answer.sites.map(({ load }) => load)).toEqual(plain.load)
      split += count(answer, (i) => answer.places.offsets[i + 1] - answer.places.offsets[i] > 1)
      full += count(answer, (i) => answer.turnedAway[i] > 0)
    }), settings)
    expect(Math.min(split, full)).toBeGreaterThan(20)
  })

  test('are never overbooked; whoever is in reach is served or turned away, and turned away only where every site is full', () => {
    fc.assert(fc.property(...cases, (seed, metres, metric, group, area, use) => {
      const { city, overlay, question } = asking(seed, metres, metric, group, area)
      const answer = answerAssignment(city, overlay, question, use)
      const { summary } = answerCoverage(city, overlay, question)
      expect([answer.residents.served + answer.residents.turnedAway, answer.residents.total]).toEqual([summary.residentsCovered, summary.residentsTotal])
      for (const { load, holds } of answer.sites) expect(load).toBeLessThanOrEqual(holds ?? Infinity)
      const way = wayOf(city, overlay, question)
      sourcesOf(city, overlay, question.category, group).forEach((source, s) => {
        const { load, holds } = answer.sites[s]
        if (load !== holds) for (const building of way.row(source, answer.limitMetres).buildings) expect(answer.turnedAway[building]).toBe(0)
      })
      const states = answerStates(city, overlay, question), seated = assignedStates(city, overlay, question, answer)
      seated.forEach((state, i) => expect(state).toBe(states[i] === stateIndex.covered && answer.turnedAway[i] > 0 ? stateIndex.full : states[i]))
    }), settings)
  })

  test('without a limit where nobody knows how many there are', () => {
    const city = buildCity(catalogue, smallBox, smallRecords), question = fillQuestion(catalogue, { category: 'canteen', group: 'all', limit: { metres: 700 } })
    const { sites, unknownSeats, residents } = answerAssignment(city, emptyOverlay, question)
    expect([sites.length, unknownSeats, sites[0].holds, residents.turnedAway, residents.served]).toEqual([1, 1, null, 0, sites[0].load])
    const own = { ...emptyOverlay, seats: [{ facility: 'canteen-west', seats: 3 }] }
    expect(answerAssignment(city, own, question, { personsPerSeat: 2, useShare: 0.05 })).toMatchObject({ unknownSeats: 0, residents: { served: 120 }, sites: [{ seats: 3, holds: 120, load: 120 }] })
    expect(seatsUseOf(city)).toEqual({ personsPerSeat: 2, useShare: 0.1 })
  })

  test('of a use that cannot be are refused', () => {
    const city = buildCity(catalogue, smallBox, smallRecords), question = fillQuestion(catalogue, { category: 'canteen' })
    expect(() => answerAssignment(city, emptyOverlay, question, { personsPerSeat: 0, useShare: 1 })).toThrow(new RangeError('personsPerSeat: expected a number above 0, got 0'))
    expect(() => answerAssignment(city, emptyOverlay, question, { personsPerSeat: 1, useShare: 1.1 })).toThrow(new RangeError('useShare: expected a number above 0 and at most 1, got 1.1'))
  })
})

describe('catchments', () => {
  test('partition the covered residents, and what a site contributes is lost when it closes', () => {
    let contributing = 0
    fc.assert(fc.property(...cases, (seed, metres, metric, group, area, use) => {
      const { city, overlay, question } = asking(seed, metres, metric, group, area)
      const { sites, residents } = answerAssignment(city, overlay, question, use)
      expect(sites.reduce((sum, { catchment }) => sum + catchment, 0)).toBe(answerCoverage(city, overlay, question).summary.residentsCovered)
      for (const site of sites.slice(0, 3)) {
        const id = site.facility < city.facilities.count ? city.facilities.ids[site.facility] : overlay.added[site.facility - city.facilities.count].id
        const { before, after } = answerWhatIf(city, overlay, { ...overlay, closed: [...overlay.closed, id] }, question).groups[group]
        expect(site.contribution).toBe(before - after)
        if (site.contribution > 0) contributing++
      }
      const single = sites.reduce((sum, { contribution }) => sum + contribution, 0)
      expect(residents.backup + single).toBe(residents.served + residents.turnedAway)
    }), settings)
    expect(contributing).toBeGreaterThan(30)
  })
})

function asking(seed: number, metres: number, metric: 'network' | 'straight', group: Question['group'], area: string | null): { city: City; overlay: Overlay; question: Question } {
  const records = randomCity(seed)
  const facilities = records.facilities.map((row, k) => ({ ...row, capacity: { ...row.capacity, seats: k % 4 === 3 ? null : 5 + ((seed + 7 * k) % 60) } }))
  const overlay: Overlay = { ...emptyOverlay, closed: seed % 2 === 0 ? ['f3'] : [], seats: [{ facility: 'f0', seats: 9 }], added: [{ ...facility('new', 'canteen', 4.3, 5.1), capacity: { seats: 20, spareSeats: null, squareMetres: null } }] }
  return { city: buildCity(catalogue, records.box, recordsOf({ ...records, facilities })), overlay, question: fillQuestion(catalogue, { category: 'canteen', limit: { metres }, metric, group, area }) }
}

/** Every pair as an object, sorted, and taken one after the other. */
function greedy(today: City, overlay: Overlay, question: Question, { personsPerSeat, useShare }: SeatsUse, limitMetres: number): { served: number[]; load: number[] } {
  const city = overlaid(today, overlay), way = wayOf(city, overlay, question)
  const sources = sourcesOf(city, overlay, question.category, question.group)
  const seats = (id: string, at: number): number | null => overlay.seats?.find((row) => row.facility === id)?.seats ?? overlay.added.find((row) => row.id === id)?.capacity.seats ?? (city.facilities.seats[at] < 0 ? null : city.facilities.seats[at])
  const left = sources.map(({ id, facility: at }) => {
    const known = seats(id, at)
    return known === null ? Infinity : Math.floor((known * personsPerSeat) / useShare + 1e-9)
  })
  const waiting = [...city.buildings.residents[question.group]].map((persons, i) => (city.buildings.kind[i] === homeKinds.home ? persons : 0)), served = waiting.map(() => 0), load = left.map(() => 0)
  const pairs = sources.flatMap((source, site) => {
    const row = way.row(source, limitMetres)
    return Array.from(row.buildings, (building, k) => ({ building, site, metres: row.metres[k] }))
  })
  pairs.sort((a, b) => a.metres - b.metres || a.building - b.building || a.site - b.site)
  for (const { building, site } of pairs) {
    const some = Math.min(waiting[building], left[site])
    waiting[building] -= some
    left[site] -= some
    served[building] += some
    load[site] += some
  }
  return { served, load }
}

const count = ({ served }: Assignment, is: (building: number) => boolean): number => Array.from(served, (_, i) => i).filter(is).length
