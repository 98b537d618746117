/** A cookie that says who a browser is: by a session's id, or by a screen's token. */
export type IdentityCookie = {
  name: string
  /** What the request carries, however it looks; null: no such cookie. */
  read(header: string | undefined): string | null
  /** Set-Cookie. */
  set(id: string): string
  cleared: string
}

/** As long as browsers keep a cookie at most (RFC 6265bis); it is set anew whenever the screen's page is opened. */
const deviceSeconds = 400 * 86_400

/** Gone with the browser; the session may end before. `secure`: the browser comes by https, so that no other host or plain page can set it. */
export const sessionCookie = (secure: boolean): IdentityCookie => identityCookie('linli-session', 'SameSite=Lax', '', secure)

/** Outlives the browser. Nothing of another site leads into a screen, so it is sent to our own pages alone. */
export const deviceCookie = (secure: boolean): IdentityCookie => identityCookie('linli-device', 'SameSite=Strict', `; Max-Age=${deviceSeconds}`, secure)

function identityCookie(plainName: string, site: string, life: string, secure: boolean): IdentityCookie {
  const name = secure ? `__Host-${plainName}` : plainName
  const rules = `Path=/; HttpOnly; ${site}${secure ? '; Secure' : ''}`
  return {
    name,
    read(header) {
      for (const part of (header ?? '').split(';')) {
        const at = part.indexOf('=')
        if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
      }
      return null
    },
    set: (id) => `${name}=${id}; ${rules}${life}`,
    cleared: `${name}=; ${rules}; Max-Age=0`,
  }
}
