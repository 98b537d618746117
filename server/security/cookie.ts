/** The cookie that carries a session's id. `secure`: the browser comes by https, so that no other host or plain page can set it. */
export type SessionCookie = {
  name: string
  /** What the request carries, however it looks; null: no such cookie. */
  read(header: string | undefined): string | null
  /** Set-Cookie; gone with the browser, whose session may still end before. */
  set(id: string): string
  cleared: string
}

export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-linli-session' : 'linli-session'
  const rules = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    name,
    read(header) {
      for (const part of (header ?? '').split(';')) {
        const at = part.indexOf('=')
        if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
      }
      return null
    },
    set: (id) => `${name}=${id}; ${rules}`,
    cleared: `${name}=; ${rules}; Max-Age=0`,
  }
}
