import { isIP } from 'node:net'

/** Names of this machine as they stand in HOST, and in a Host header without port. */
const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '::1']

export const isLoopbackName = (name: string): boolean => loopbackNames.includes(name.replace(/^\[|\]$/g, '').toLowerCase())

/**
 * Whether the Host header names this machine, the public address or, on a server that listens beyond this machine, one of its numbers: a
 * page elsewhere whose name is turned to our address (DNS rebinding) carries that name, never a number. `host`: what the server listens on.
 */
export function hostAllowed(header: string | undefined, publicUrl: string, host: string): boolean {
  if (header === undefined) return true
  const name = header.replace(/:\d+$/, '').toLowerCase()
  if (isLoopbackName(name) || name === new URL(publicUrl).hostname || name === host.toLowerCase()) return true
  return !isLoopbackName(host) && isIP(name.replace(/^\[|\]$/g, '')) !== 0
}
