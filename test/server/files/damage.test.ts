import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles } from '../../../geodata/intake/report.ts'
import { issueText } from '../../../geodata/words/issues.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { osmXmlScan } from '../../../server/files/osm/xml.ts'
import { readSource } from '../../../server/files/source.ts'
import { fixturePath, withFiles } from '../../tools/files.ts'
import { osmPbfOf } from '../../tools/osmPbf.ts'
import { areaShapefile } from '../../tools/shapefile.ts'

const shapefile = areaShapefile([{ name: '街道', bytes: 20 }], [{ shape: [[[120, 30], [120, 30.01], [120.01, 30.01], [120, 30]]], cells: ['柳荫街道'] }], (text) => new TextEncoder().encode(text))
const tiles = new Uint8Array(readFileSync(fixturePath('geojson/tiles.geojson')))
const sound: readonly (readonly [string, Uint8Array, Readonly<Record<string, Uint8Array>>])[] = [
  ['a.osm', new Uint8Array(readFileSync(fixturePath('osm/corner.osm'))), {}],
  ['a.osm.pbf', osmPbfOf(osmXmlScan(fixturePath('osm/corner.osm'), '', { day: null })), {}],
  ['b.osm.pbf', osmPbfOf(osmXmlScan(fixturePath('osm/corner.osm'), '', { day: null }), { zlib: false, dense: false }), {}],
  ['a.geojson', tiles, {}],
  ['a.shp', shapefile.shp, { 'a.dbf': shapefile.dbf, 'a.shx': shapefile.shx }],
  ['a.zip', zipSync({ 'tiles.geojson': tiles }), {}],
]

/** Cuts the file at a share of its length, or flips some bytes at shares of it. */
const harm = fc.oneof(
  fc.record({ cut: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ flips: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }) }),
)

test.each(sound)('%s, cut or with bytes flipped anywhere, is either refused in a sentence or read with every count adding up', async (name, bytes, beside) => {
  await fc.assert(
    fc.asyncProperty(harm, async (how) => {
      const damaged = 'cut' in how ? bytes.slice(0, Math.floor(how.cut * bytes.length)) : bytes.slice()
      if ('flips' in how) for (const [share, mask] of how.flips) damaged[Math.floor(share * bytes.length)] ^= mask
      await withFiles({ [name]: damaged, ...beside }, async (paths) => {
        const found = await readSource([paths[0]], { catalogue })
        if (!found.ok) {
          expect(issueText(found.issues[0]).length).toBeGreaterThan(10)
          return
        }
        for (const record of found.value.records) expect(record.kind.length).toBeGreaterThan(0)
        for (const role of roles) expect(found.value.report.roles[role].read).toBe(found.value.report.roles[role].used + found.value.report.roles[role].left)
      })
    }),
    { seed: 5, numRuns: 120 },
  )
})
