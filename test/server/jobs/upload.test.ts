import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '../../../server/answers/refusal.ts'
import { receiveUpload } from '../../../server/jobs/receive-upload.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const piece = new Uint8Array(64 * 1024).fill(7)

/** A request whose body gives `pieces` pieces, then ends or breaks; `given`: how many were asked for. */
function request(pieces: number, breaks = false): { request: Request; given: () => number } {
  let given = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (given < pieces) controller.enqueue(piece.slice())
      else if (breaks) controller.error(new Error('the line went dead'))
      else controller.close()
      given++
    },
  })
  return { request: new Request('http://127.0.0.1/', { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/octet-stream' } } as RequestInit), given: () => given }
}

const refusalOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => (error instanceof Refusal ? [error.value.code, error.value.details] : error))

test('a body is written as it comes', async () => {
  const folder = temporaryFolder()
  await receiveUpload(request(5).request, folder, '城市.osm.pbf')
  expect(Buffer.compare(readFileSync(join(folder, '城市.osm.pbf')), Buffer.alloc(5 * piece.length, 7))).toBe(0)
})

test('a body without end is left where the limit is reached', async () => {
  const folder = temporaryFolder()
  const endless = request(Infinity)
  expect(await refusalOf(receiveUpload(endless.request, folder, 'a.osm', 1024 * 1024))).toEqual(['tooLarge', { expected: '1 MB', found: '> 1 MB' }])
  expect(endless.given()).toBeLessThan(20)
  expect(statSync(join(folder, 'a.osm')).size).toBeLessThanOrEqual(1024 * 1024)
})

test('a line that goes dead is told apart from a disk that fails', async () => {
  expect(await refusalOf(receiveUpload(request(3, true).request, temporaryFolder(), 'a.osm'))).toEqual(['uploadIncomplete', { found: 3 * piece.length, expected: '—' }])
  const file = join(temporaryFolder(), 'a-file')
  writeFileSync(file, '')
  expect(await refusalOf(receiveUpload(request(3).request, file, 'a.osm'))).toEqual(['diskTrouble', { found: 'EEXIST' }])
})
