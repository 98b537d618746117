import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Box } from '../../geodata/model/geometry.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { demoCity } from '../../seeds/demo.ts'
import { parseEnvironment } from '../../server/environment.ts'
import { startServing } from '../../server/serve.ts'
import { openStore } from '../../server/store/open-store.ts'

/** The product serving the demo district, or a larger town of so many buildings, in this process; `tilePath` is the building tile in its middle at zoom 15, `box` its west, south, east and north in degrees, `path` the database in `folder`. */
export async function withServedDemo<T>(use: (served: { address: string; tilePath: string; box: Box; folder: string; path: string }) => Promise<T>, { buildings, webFolder = null }: { buildings?: number; webFolder?: string | null } = {}): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const path = join(folder, 'linli.sqlite')
  const store = await openStore(path)
  const demo = demoCity({ seed: 1, ...(buildings !== undefined && { buildings }) })
  await store.load({ identity: demo.identity, catalogue, records: demo.records, actor: 'bench', replace: false })
  const served = await startServing({ environment: parseEnvironment({ PORT: '0', LINLI_DATA: folder }), path, store, webFolder })
  await served.ready
  try {
    return await use({ address: served.address, tilePath: `/tiles/buildings/15/${tileOf(demo.box)}.pbf`, box: demo.box, folder, path })
  } finally {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function tileOf([west, south, east, north]: Box): string {
  const sine = Math.sin((((south + north) / 2) * Math.PI) / 180)
  const column = Math.floor((((west + east) / 2 + 180) / 360) * 2 ** 15)
  return `${column}/${Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** 15)}`
}
