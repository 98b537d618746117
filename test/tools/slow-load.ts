import type { CityRecord } from '../../geodata/model/city.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { openStore } from '../../server/store/open-store.ts'
import { building, smallIdentity } from './small-city.ts'

/** A process that replaces the city by a great many buildings and never comes to the end; it says when it is in the midst of them. */
const store = await openStore(process.argv[2])

/** Long enough that twenty thousand of them outgrow the 64 MB of the page cache and reach the disk. */
const longName = '楼'.repeat(2000)

async function* endless(): AsyncIterable<CityRecord> {
  for (let i = 0; ; i++) {
    yield { kind: 'building', record: building(`endless-${i}`, (i % 300) * 0.1, Math.floor(i / 300) * 0.1, { name: longName }) }
    if (i === 20_000) process.stdout.write('half-way\n')
    if (i > 20_000) await new Promise((resolve) => { setTimeout(resolve, 5) })
  }
}

await store.load({ identity: smallIdentity, catalogue, records: endless(), actor: 'slow', replace: true })
