import type { Context } from 'hono'

/**
 * Where a request comes from. Behind a proxy that is ours (LINLI_PROXY=1) the last entry of X-Forwarded-For, which that proxy wrote;
 * what stands before it anyone can write. '' when there is no socket.
 */
export function addressOf(context: Context, proxy: boolean): string {
  const forwarded = proxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return (forwarded || socketAddress(context.env)).replace(/^::ffff:(?=\d+\.)/i, '')
}

export const isLoopback = (address: string): boolean => address === '' || address === '::1' || address.startsWith('127.')

/** What the adapter of node:http puts beside the request. */
function socketAddress(bindings: unknown): string {
  const incoming = property(bindings, 'incoming')
  const address = property(property(incoming, 'socket'), 'remoteAddress')
  return typeof address === 'string' ? address : ''
}

const property = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined)
