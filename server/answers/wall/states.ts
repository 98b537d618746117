import type { QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { wallStates } from '../../../geodata/contract/wall.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { answerStates, stateIndex } from '../../../geodata/kernel/states.ts'
import type { WallLens } from '../../../geodata/model/wall.ts'
import type { OpenCity } from '../open-city.ts'
import type { Reply } from '../reply.ts'
import { dataVersion } from '../standing.ts'
import { readWall } from './asked.ts'
import { lensOn } from './lens.ts'

/** One byte a building in dense order: its index in buildingStates. Nothing of the answer is of persons, so that every reader gets the same. Refusals: asked.ts. */
export async function wallStatesReply(open: OpenCity, { lens, month, edition }: QueryOf<typeof wallStates>, reader: Reader): Promise<Reply> {
  const { day } = await readWall(open, { month, edition }, reader)
  const states = await lensStates(open, lens, day)
  return { body: states.slice(), mediaType: 'application/octet-stream', headers: { 'x-linli-version': dataVersion(open.versions, null), 'x-linli-buildings': String(states.length), 'x-linli-day': day } }
}

/** States of all buildings on the sites of a day; of several questions the best, in the order of buildingStates. */
export async function lensStates(open: OpenCity, lens: WallLens, day: string): Promise<Uint8Array<ArrayBuffer>> {
  const { questions, overlay } = await lensOn(open, lens, day)
  const { kind, count } = open.city.buildings
  const [first, ...rest] = questions.map((question) => answerStates(open.city, overlay, question, open.cache))
  if (!first) return Uint8Array.from({ length: count }, (_, i) => (kind[i] === homeKinds.other ? stateIndex.other : stateIndex.nodata))
  const states = Uint8Array.from(first)
  for (const other of rest) for (let i = 0; i < count; i++) states[i] = Math.min(states[i], other[i])
  return states
}
