import type { Context } from 'hono'
import { Refusal } from '../answers/refusal.ts'

/**
 * Whether a request that changes something comes from a page of ours. Browsers say where a page is from in Origin and Sec-Fetch-Site, and
 * no page can alter these; a program without a browser sends neither, and then must not carry a browser's cookie either.
 * Throws Refusal foreignOrigin.
 */
export function checkOrigin({ req }: Context, setting: { publicUrl: string; scheme: 'http' | 'https'; hasCookie: boolean }): void {
  const origin = req.header('origin')
  const site = req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('foreignOrigin', { found: origin ?? site })
  if (origin !== undefined && origin !== setting.publicUrl && origin !== `${setting.scheme}://${req.header('host') ?? ''}`) throw new Refusal('foreignOrigin', { found: origin })
  if (setting.hasCookie && origin === undefined && site === undefined) throw new Refusal('foreignOrigin', { found: '—' })
}
