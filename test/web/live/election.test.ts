import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { silenceMs } from '../../../web/live/election.ts'
import { room } from './room.ts'

describe('the tab that speaks for all', () => {
  it('is the only one there is', () => {
    const { come, pass, speakers } = room()
    come('a')
    pass(500)
    expect(speakers()).toEqual(['a'])
  })
  it('stays the one that came first', () => {
    const { come, pass, speakers, tabs } = room()
    come('m')
    pass(1000)
    come('a')
    come('z')
    pass(20_000)
    expect(speakers()).toEqual(['m'])
    expect(tabs.map((held) => held.turns)).toEqual([[true], [], []])
  })
  it('is one alone when several open together', () => {
    const { come, pass, speakers } = room()
    for (const id of ['c', 'a', 'b']) come(id)
    pass(5000)
    expect(speakers()).toHaveLength(1)
  })
  it('hands over at once when it closes', () => {
    const { come, pass, close, speakers } = room()
    const first = come('a')
    pass(500)
    come('b')
    come('c')
    pass(2000)
    close(first)
    pass(750)
    expect(speakers()).toHaveLength(1)
  })
  it('is replaced when it is killed without a word', () => {
    const { come, pass, kill, speakers } = room()
    const first = come('a')
    pass(500)
    come('b')
    pass(2000)
    kill(first)
    pass(1000)
    expect(speakers()).toEqual([])
    pass(silenceMs)
    expect(speakers()).toEqual(['b'])
  })
  it('is replaced while it is frozen, and does not come back when it thaws', () => {
    const { come, pass, wake, speakers } = room()
    const first = come('a')
    pass(500)
    come('b')
    pass(2000)
    first.frozen = true
    pass(60_000)
    expect(speakers()).toEqual(['b'])
    wake(first)
    pass(5000)
    expect(speakers()).toEqual(['b'])
    expect(first.turns).toEqual([true, false])
  })
  it('goes on speaking after a sleep of the whole machine', () => {
    const { come, pass, wake, speakers } = room()
    const both = [come('a'), come('b')]
    pass(2000)
    for (const held of both) held.frozen = true
    pass(3_600_000)
    for (const held of both) wake(held)
    pass(6000)
    expect(speakers()).toHaveLength(1)
  })
  it('tells the others whether its stream stands', () => {
    const { come, pass, kill } = room()
    const first = come('a')
    pass(500)
    const second = come('b')
    pass(500)
    for (const live of [true, false, true]) {
      first.tab.streams(live)
      pass(250)
    }
    expect(second.live).toEqual([true, false, true])
    kill(first)
    pass(silenceMs + 1500)
    second.tab.streams(true)
    // Nobody's stream stands between the two.
    expect(second.live).toEqual([true, false, true, false, true])
  })
  it('is exactly one whatever comes, goes, freezes and wakes, once things are quiet', () => {
    const steps = fc.array(fc.record({ what: fc.constantFrom('come', 'close', 'kill', 'freeze', 'wake'), who: fc.nat(7), wait: fc.nat(5000) }), { minLength: 1, maxLength: 30 })
    fc.assert(fc.property(steps, (taken) => {
      const here = room()
      here.come('t0')
      for (const [at, { what, who, wait }] of taken.entries()) {
        const held = here.tabs[who % Math.max(1, here.tabs.length)]
        if (what === 'come') here.come(`t${(at * 7 + who) % 100}-${at}`)
        else if (held && what === 'freeze') held.frozen = true
        else if (held && what === 'wake') here.wake(held)
        else if (held && !held.frozen && what === 'close') here.close(held)
        else if (held && what === 'kill') here.kill(held)
        here.pass(wait)
      }
      here.pass(10_000)
      const awake = here.tabs.filter((held) => !held.frozen).length
      expect(here.speakers()).toHaveLength(Math.min(1, awake))
    }), { seed: 20_261_001, numRuns: 300 })
  })
})
