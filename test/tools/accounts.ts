import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { errorAnswer } from '../../geodata/contract/errors.ts'
import type { Role } from '../../geodata/contract/exchange.ts'
import { hashPassword, type HashCost } from '../../server/security/password.ts'
import type { Security } from '../../server/security/security.ts'
import type { AccountRole } from '../../server/store/accounts.ts'

/** Argon2id at its cheapest: what a password costs is no matter of these tests. */
export const cheapCost: HashCost = { memoryKib: 8, passes: 1, lanes: 1 }
/** Beyond what a test asks in a minute. */
export const noLimits = { logIns: 1e6, writes: 1e6, requests: 1e6, reports: 1e6, ownPlaceReports: 1e6, placeReports: 1e6, allReports: 1e6 }

export const testOrigin = 'http://127.0.0.1:8787'
export const testPassword = 'Gate-7712'

/** What a page of ours sends with each request. */
export type PageHeaders = { cookie: string; origin: string } | { origin: string }

export type TestAccount = { name: string; password: string }

let made = 0

/** A new account with testPassword. */
export async function newAccount({ store }: Security, role: AccountRole, areas: readonly string[] = [], mustChange = false): Promise<TestAccount> {
  const name = `${role}-${++made}`
  const password = await hashPassword(testPassword, cheapCost)
  if (!(await store.later.soon(() => store.accounts.add({ name, role, areas: [...areas], password, mustChange }, new Date().toISOString())))) throw new Error('the database is busy')
  return { name, password: testPassword }
}

/** Headers of a page logged in with a new account of this role; the public has none. */
export async function logInAs(security: Security, role: Role, areas: readonly string[] = []): Promise<PageHeaders> {
  if (role === 'public') return { origin: testOrigin }
  const account = security.store.accounts.byName((await newAccount(security, role, areas)).name)
  if (!account) throw new Error(`no account of ${role}`)
  return { cookie: `linli-session=${security.sessions.begin(account).id}`, origin: testOrigin }
}

export type Told = { status: number; /** Code of the error; null: there is none. */ code: string | null; message: string; body: unknown; headers: Headers; /** What the browser sends from now on; null: nothing was set. */ cookie: string | null }

/** One request as a page or a program makes it. */
export async function tell(app: Hono, method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: unknown): Promise<Told> {
  const response = await app.request(path, { method, headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  const text = await response.text()
  const value: unknown = response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text
  const error = z.safeParse(errorAnswer, value)
  const set = response.headers.get('set-cookie')
  return { status: response.status, code: error.success ? error.data.error.code : null, message: error.success ? error.data.error.message : '', body: value, headers: response.headers, cookie: set === null ? null : set.split(';')[0] }
}

/** Logs in by name and password. */
export const logInBy = (app: Hono, { name, password }: TestAccount, headers: Readonly<Record<string, string>> = {}): Promise<Told> => tell(app, 'POST', '/api/v1/session', { origin: testOrigin, ...headers }, { name, password })
