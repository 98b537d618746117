import * as z from 'zod/mini'
import { exchange, sending } from './exchange.ts'
import * as part from './parts.ts'
import { session } from './session.ts'

const device = z.object({
  id: z.string(), name: z.string(),
  /** null: the whole city. */
  area: z.nullable(z.object({ code: z.string(), name: z.string() })),
  created: z.string(),
  /** When it last asked for something, to some minutes; null: never. */
  seen: z.nullable(z.string()),
})
export type DeviceAnswer = z.infer<typeof device>

const administrators = { role: 'administrator', scope: 'none' } as const

/** Screens that show the wall without anybody logged in. */
export const deviceList = exchange({
  name: 'deviceList', method: 'GET', path: '/api/v1/devices', ...administrators, summary: { zh: '大屏设备', en: 'Screens' },
  pathParameters: part.none, query: part.none, answer: { schema: z.object({ devices: z.array(device) }) },
})

export const deviceAdd = sending({
  name: 'deviceAdd', method: 'POST', path: '/api/v1/devices', ...administrators, summary: { zh: '新增一台大屏设备，链接只显示这一次', en: 'Add a screen; its link is told this once' },
  pathParameters: part.none, query: part.none, body: { schema: z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(40)), area: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))) }) },
  answer: { schema: z.object({ device, /** Behind this server's address it opens the wall on the screen; whoever has it is the screen. */ link: z.string() }) },
})

export const deviceRemove = exchange({
  name: 'deviceRemove', method: 'DELETE', path: '/api/v1/devices/:id', ...administrators, summary: { zh: '移除一台大屏设备', en: 'Remove a screen' },
  pathParameters: z.object({ id: z.string().check(z.minLength(1), z.maxLength(64)) }), query: part.none, answer: { schema: z.object({ device }) },
})

/** Trades the token of the link for a cookie of the screen's own. */
export const deviceEnter = sending({
  name: 'deviceEnter', method: 'POST', path: '/api/v1/session/device', role: 'public', scope: 'none', summary: { zh: '大屏设备进入', en: 'Enter as a screen' },
  pathParameters: part.none, query: part.none, body: { schema: z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(128)) }) }, answer: { schema: session },
})
