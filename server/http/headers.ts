import { isFinderPath } from './pages.ts'

/**
 * On every answer. Scripts, styles and fonts from our own origin only; the map draws into blobs and its worker is a file of ours.
 * Styles may be set on elements by script (that is not governed), but no style element or attribute comes with the page.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "worker-src 'self' blob:", "manifest-src 'self'",
    "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self)',
}

/**
 * On a page: as everywhere, save that the view made for it may stand in a frame on the pages of these origins, and that the staff's pages may fetch tiles of configured outer base maps from these hosts.
 */
export const pageHeaders = (path: string, embedders: readonly string[], tileHosts: readonly string[] = []): Readonly<Record<string, string>> => {
  const framed = /^\/embed\/?$/.test(path) && embedders.length > 0
  const mapped = !isFinderPath(path) && tileHosts.length > 0
  if (!framed && !mapped) return securityHeaders
  const widened = (policy: string, rule: string, more: readonly string[]): string => policy.replace(rule, `${rule} ${more.join(' ')}`)
  let policy = securityHeaders['content-security-policy'] ?? ''
  if (framed) policy = widened(policy, "frame-ancestors 'self'", embedders)
  if (mapped) policy = widened(widened(policy, "img-src 'self' data: blob:", tileHosts), "connect-src 'self'", tileHosts)
  return { ...securityHeaders, 'content-security-policy': policy }
}

/** On tiles, which no browser shows as a page: a map asks for hundreds, and the rest would weigh as much as a small one. */
export const tileHeaders: Readonly<Record<string, string>> = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' }
