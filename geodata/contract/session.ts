import * as z from 'zod/mini'
import { exchange, roles, sending } from './exchange.ts'
import * as part from './parts.ts'

const areas = z.array(z.object({ code: z.string(), name: z.string() }))

export const session = z.object({
  /** null: nobody is logged in. */
  account: z.nullable(z.object({ name: z.string(), role: z.enum(roles), areas, mustChangePassword: z.boolean() })),
  /** The screen this browser is, while nobody is logged in at it; absent: none. */
  device: z.optional(z.object({ name: z.string(), areas })),
  /** The role that answers are given for: the account's, or the one this server grants to whoever has none. */
  role: z.enum(roles),
  /** A demonstration on this machine only: whoever has no account is answered as a planner. */
  demoOpen: z.boolean(),
  /** Minutes without a request after which the session ends, and when it ends in any case (ISO); null without an account. */
  idleMinutes: z.nullable(z.number()),
  ends: z.nullable(z.string()),
})
export type SessionAnswer = z.infer<typeof session>

const secret = z.string().check(z.minLength(1), z.maxLength(128))

export const sessionRead = exchange({
  name: 'sessionRead', method: 'GET', path: '/api/v1/session', role: 'public', scope: 'none', summary: { zh: '当前登录', en: 'Who is logged in' },
  pathParameters: part.none, query: part.none, answer: { schema: session },
})

export const logIn = sending({
  name: 'logIn', method: 'POST', path: '/api/v1/session', role: 'public', scope: 'none', summary: { zh: '登录', en: 'Log in' },
  pathParameters: part.none, query: part.none, body: { schema: z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(64)), password: secret }) }, answer: { schema: session },
})

export const logOut = exchange({
  name: 'logOut', method: 'DELETE', path: '/api/v1/session', role: 'public', scope: 'none', summary: { zh: '退出登录', en: 'Log out' },
  pathParameters: part.none, query: part.none, answer: { schema: session },
})

/** Every other session of the account ends; this one goes on under a new id. */
export const passwordChange = sending({
  name: 'passwordChange', method: 'POST', path: '/api/v1/session/password', role: 'public', scope: 'none', summary: { zh: '修改口令', en: 'Change the password' },
  pathParameters: part.none, query: part.none, body: { schema: z.strictObject({ current: secret, next: secret }) }, answer: { schema: session },
})
