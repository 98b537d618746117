import type { BrowserContext } from '@playwright/test'
import type { Role } from '../../geodata/contract/exchange.ts'

/** Accounts that every served city of the journeys has, one a role, for the whole city; their first password is for good. */
export const accountRoles = ['leader', 'planner', 'editor', 'administrator'] as const satisfies readonly Role[]
export type AccountRole = (typeof accountRoles)[number]
export const accountOf = (role: AccountRole): string => `journey-${role}`
export const password = 'Linden-4711'
/** An editor of two communities of the demo, who may not touch what lies beyond. */
export const deskAccount = { name: 'journey-desk', areas: ['990101001001', '990101001002'] } as const

type Cookie = { name: string; value: string }
const known = new Map<string, Cookie>()

/** Gives a context the session of an account; each logs in once, since log-ins are limited. Answers the headers of a request beside the page. */
export async function actAs(context: BrowserContext, base: string, role: AccountRole): Promise<{ cookie: string; origin: string }> {
  return actAsAccount(context, base, accountOf(role))
}

export async function actAsAccount(context: BrowserContext, base: string, name: string): Promise<{ cookie: string; origin: string }> {
  const key = `${base} ${name}`
  const cookie = known.get(key) ?? await session(base, name)
  known.set(key, cookie)
  await context.addCookies([{ ...cookie, url: base, httpOnly: true, sameSite: 'Lax' }])
  return { cookie: `${cookie.name}=${cookie.value}`, origin: base }
}

/** A session of its own, to be ended by a test. */
export async function session(base: string, name: string): Promise<Cookie> {
  for (;;) {
    const answer = await fetch(`${base}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json', origin: base }, body: JSON.stringify({ name, password }) })
    if (answer.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 6000))
      continue
    }
    const [, cookieName, value] = /^([^=]+)=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? []
    if (!answer.ok || !cookieName || !value) throw new Error(`the log-in of ${name} failed: ${answer.status} ${await answer.text()}`)
    return { name: cookieName, value }
  }
}
