import { jsonReply } from '../answers/reply.ts'
import type { RouteReply } from '../http/exchange-handler.ts'
import type { World } from '../world.ts'

/** 503 while loading, so that a supervisor waits. */
export function readyRoute(world: World): RouteReply {
  const { ready, city, buildings } = world.status()
  return { ...jsonReply({ status: ready ? 'ready' : 'loading', city, buildings }), status: ready ? 200 : 503 }
}

export const healthRoute = (): RouteReply => jsonReply({ status: 'ok' })
