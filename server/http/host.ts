const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether the Host header names this machine or the public address. A page elsewhere whose name is turned to 127.0.0.1 (DNS rebinding)
 * would otherwise read everything as the local planner.
 */
export function hostAllowed(header: string | undefined, publicUrl: string): boolean {
  if (header === undefined) return true
  const name = header.replace(/:\d+$/, '').toLowerCase()
  return loopbackNames.includes(name) || name === new URL(publicUrl).hostname
}
