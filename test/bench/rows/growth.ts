import { syntheticCity } from '../synthetic.ts'
import type { Row } from '../row.ts'
import { interleaved } from '../row.ts'
import { productColumns as networkColumns } from './network.ts'
import { productColumns as straightColumns } from './straight.ts'

const sizes = [10_000, 100_000, 1_000_000]

/** 10,000 sites throughout; streets grow with the buildings, five buildings to a node. */
export const row: Row = {
  name: 'growth', size: null,
  run() {
    const cities = sizes.map((buildings) => syntheticCity({ buildings, nodes: buildings / 5 }))
    const [small, middle, large] = cities
    const straight = interleaved({ small: () => { straightColumns(small) }, middle: () => { straightColumns(middle) }, large: () => { straightColumns(large) } })
    const network = interleaved({ small: () => { networkColumns(small) }, middle: () => { networkColumns(middle) }, large: () => { networkColumns(large) } })
    const milliseconds = (times: typeof straight): string => `${times.small.toFixed(0)}, ${times.middle.toFixed(0)}, ${times.large.toFixed(0)} ms`
    return [
      { work: 'growth of the straight line, 10k to 1M', ratio: Math.log(straight.large / straight.small) / Math.log(100), goal: { atMost: 1 }, note: `exponent; ${milliseconds(straight)}; from 100k ${exponent(straight)}` },
      { work: 'growth of the network, 10k to 1M', ratio: Math.log(network.large / network.small) / Math.log(100), goal: { atMost: 1.25 }, note: `exponent; ${milliseconds(network)}; from 100k ${exponent(network)}` },
    ]
  },
}

const exponent = (times: { middle: number; large: number }): string => Math.log10(times.large / times.middle).toFixed(2)
