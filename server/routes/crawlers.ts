import type { Facility } from '../../geodata/model/facility.ts'
import { shanghaiDay } from '../store/day.ts'
import type { Reading } from '../store/store.ts'
import type { World } from '../world.ts'

export type CrawlerPages = {
  world: Pick<World, 'version'>
  /** The database without what nobody may know of. */
  reading: Pick<Reading, 'facilities' | 'catalogue'>
  publicUrl: string
}

/** What search engines may read: the finder and the page of each place; the staff's pages and what pages ask for is not for them. */
export const robots = (publicUrl: string): Response => plain(['User-agent: *', ...['/api', '/plan', '/data'].map((path) => `Disallow: ${path}`), '', `Sitemap: ${publicUrl}/sitemap.xml`, ''].join('\n'), 'text/plain; charset=utf-8')

/** The pages there are, in the form of sitemaps.org: the finder's and those of all places it lists. Read anew when the city or the day is another. */
export function sitemap({ world, reading, publicUrl }: CrawlerPages): () => Promise<Response> {
  let kept: { of: string; xml: Promise<string> } | null = null
  return async () => {
    const day = shanghaiDay(), of = `${world.version() ?? ''} ${day}`
    if (kept?.of !== of) kept = { of, xml: sitemapOf(reading, publicUrl, day) }
    const { xml } = kept
    try {
      return plain(await xml, 'application/xml; charset=utf-8')
    } catch (error) {
      if (kept?.xml === xml) kept = null
      throw error
    }
  }
}

/** A sitemap holds no more (sitemaps.org). */
const mostPages = 50_000

async function sitemapOf(reading: CrawlerPages['reading'], publicUrl: string, day: string): Promise<string> {
  const listed = new Set((await reading.catalogue())?.wishes.flatMap(({ categories }) => categories))
  const pages = [`<url><loc>${escaped(`${publicUrl}/find`)}</loc></url>`]
  for await (const facility of reading.facilities(day)) {
    if (!listed.has(facility.category)) continue
    const known = knownDay(facility, day)
    pages.push(`<url><loc>${escaped(`${publicUrl}/venue/${encodeURIComponent(facility.id)}`)}</loc>${known === null ? '' : `<lastmod>${known}</lastmod>`}</url>`)
    if (pages.length === mostPages) break
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.join('\n')}\n</urlset>\n`
}

/** When somebody last found everything right or the source was written, ISO; null: nobody said. A day to come is none. */
const knownDay = ({ date, offer: { checked } }: Facility, today: string): string | null =>
  [date, checked?.day].filter((one) => typeof one === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(one) && one <= today).toSorted().at(-1) ?? null

const plain = (body: string, mediaType: string): Response => new Response(body, { headers: { 'content-type': mediaType, 'cache-control': 'no-cache' } })

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;')
