import * as z from 'zod/mini'
import { wallBoardCodes } from '../model/wall.ts'
import { download, exchange, sending } from './exchange.ts'
import * as part from './parts.ts'

/**
 * One wall and the phones that steer it (讲解). Each side has a key of its own, which is all it needs to speak and to hear; a phone gets its key for the code that the
 * wall shows. Nothing of it is kept beyond the process.
 */
const key = z.object({ key: z.string().check(z.minLength(1), z.maxLength(64)) })

export const codeDigits = 6
export const steeringThemes = ['light', 'dark', 'red', 'system'] as const
export type SteeringTheme = (typeof steeringThemes)[number]
/** Steps of one tour. */
const mostSteps = 200

const pairing = { /** Six digits. */ code: z.string(), /** Seconds it can still be used. */ seconds: z.number() }

/** What the wall shows: for the phone, whose reader may not see the wall. */
const shown = z.object({
  /** Name of the tour, or of what is shown without one. */
  title: z.string().check(z.maxLength(200)),
  /** From 0; null: no tour is open. */
  step: z.nullable(z.int().check(z.gte(0), z.lte(mostSteps - 1))),
  steps: z.array(z.object({ title: z.string().check(z.maxLength(200)) })).check(z.maxLength(mostSteps)),
  /** On the wall, and for the speaker alone. */
  words: z.string().check(z.maxLength(2000)), notes: z.string().check(z.maxLength(4000)),
  playing: z.boolean(), theme: z.enum(steeringThemes), board: z.nullable(z.enum(wallBoardCodes)),
})
export type Shown = z.infer<typeof shown>

const command = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('next') }), z.strictObject({ kind: z.literal('back') }), z.strictObject({ kind: z.literal('pause') }), z.strictObject({ kind: z.literal('play') }),
  z.strictObject({ kind: z.literal('step'), step: z.int().check(z.gte(0), z.lte(mostSteps - 1)) }),
  z.strictObject({ kind: z.literal('theme'), theme: z.enum(steeringThemes) }),
  /** null: closes it. */
  z.strictObject({ kind: z.literal('board'), board: z.nullable(z.enum(wallBoardCodes)) }),
])
export type Command = z.infer<typeof command>

/** What the two sides hear of each other. wall: whether its page is there. code: whether the code can still be used. */
const peers = z.object({ wall: z.boolean(), code: z.boolean(), phones: z.array(z.object({ name: z.string(), /** Whether its page is there. */ here: z.boolean() })) })
export type Peers = z.infer<typeof peers>

/** Why a channel is over. closed: the wall ended it. idle: nobody gave a sign. leader: the one who opened it is logged out, or the screen removed. restart: the server ends. */
export const steeringEnds = ['closed', 'idle', 'leader', 'restart'] as const
export type SteeringEnd = (typeof steeringEnds)[number]

export const steeringOpen = exchange({
  name: 'steeringOpen', method: 'POST', path: '/api/v1/steering', role: 'leader', scope: 'none', summary: { zh: '大屏开始讲解，得到一次性的码', en: 'A wall lets itself be steered and gets a one-time code' },
  pathParameters: part.none, query: part.none, answer: { schema: z.object({ key: z.string(), ...pairing }) },
})

/** A new code in place of the one before, for another phone or because that one has ended. */
export const steeringCode = exchange({
  name: 'steeringCode', method: 'POST', path: '/api/v1/steering/:key/code', role: 'leader', scope: 'none', summary: { zh: '换一个码', en: 'A new code' },
  pathParameters: key, query: part.none, answer: { schema: z.object(pairing) },
})

export const steeringTell = sending({
  name: 'steeringTell', method: 'POST', path: '/api/v1/steering/:key/shown', role: 'leader', scope: 'none', summary: { zh: '大屏正显示什么', en: 'What the wall shows' },
  pathParameters: key, query: part.none, body: { schema: shown }, answer: { schema: peers },
})

/** A phone trades the code for a key of its own. */
export const steeringJoin = sending({
  name: 'steeringJoin', method: 'POST', path: '/api/v1/steering/join', role: 'public', scope: 'none', summary: { zh: '手机凭码加入讲解', en: 'A phone joins by the code' },
  pathParameters: part.none, query: part.none, body: { schema: z.strictObject({ code: z.string().check(z.minLength(codeDigits), z.maxLength(codeDigits)), /** Shown on the wall; '' for none. */ name: z.string().check(z.maxLength(20)) }) }, answer: { schema: z.object({ key: z.string() }) },
})

export const steeringCommand = sending({
  name: 'steeringCommand', method: 'POST', path: '/api/v1/steering/:key/commands', role: 'public', scope: 'none', summary: { zh: '手机操作大屏', en: 'A phone steers the wall' },
  pathParameters: key, query: part.none, body: { schema: command }, answer: { schema: z.object({ /** false: the wall's page is not there just now, and hears nothing of it. */ heard: z.boolean() }) },
})

/** Server-sent, of this channel alone. `event: peers` (steeringEvents.peers) at once and whenever someone comes or goes; for a phone `event: shown`; for the wall `event: command`; `event: end` with the reason, after which there is nothing more. */
export const steeringListen = download({
  name: 'steeringListen', method: 'GET', path: '/api/v1/steering/:key/events', role: 'public', scope: 'none', summary: { zh: '讲解的事件流', en: 'What happens in a steered wall' },
  pathParameters: key, query: part.none, answer: { mediaType: 'text/event-stream' },
})

/** By the wall: the end for all. By a phone: it leaves. */
export const steeringEnd = exchange({
  name: 'steeringEnd', method: 'DELETE', path: '/api/v1/steering/:key', role: 'public', scope: 'none', summary: { zh: '结束讲解', en: 'End the steering' },
  pathParameters: key, query: part.none, answer: { schema: z.object({ ended: z.boolean() }) },
})

export const steeringEvents = { peers, shown, command, end: z.object({ reason: z.enum(steeringEnds) }) } as const
