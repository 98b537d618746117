import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { categories, meta, site } from '../../../geodata/contract/meta.ts'
import type { MapCategory } from '../../map/seam.ts'

export type CityMeta = Pick<AnswerOf<typeof meta>, 'tileVersions' | 'box' | 'attribution' | 'mapApproval' | 'dataDate' | 'demo' | 'name'>
export type CityGround = { meta: CityMeta; categories: readonly MapCategory[]; /** Whether the public may load outlines of buildings. */ outlines: boolean }

/** Where the city lies, which tiles are the newest, and how its categories look. Asked for with the map; throws where they do not come. */
export async function cityGround(fetcher: typeof fetch = fetch): Promise<CityGround> {
  const asked = async (path: string): Promise<unknown> => {
    const answer = await fetcher(path, { credentials: 'omit' })
    if (!answer.ok) throw new Error(`${path} ${answer.status}`)
    return answer.json()
  }
  const [city, rows, own] = await Promise.all([asked('/api/v1/meta'), asked('/api/v1/categories'), asked('/api/v1/site')])
  return { meta: city as CityMeta, categories: (rows as AnswerOf<typeof categories>).categories, outlines: (own as AnswerOf<typeof site>).outlines }
}
