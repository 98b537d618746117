import { Refusal } from '../answers/refusal.ts'
import { emptyStream, eventStream, eventText, streamReply, usualBeat } from '../http/event-stream.ts'
import type { Asked, RouteReply } from '../http/exchange-handler.ts'
import type { Hub } from '../live.ts'
import type { Caller } from '../security/caller.ts'

export type EventsSetting = {
  hub: Hub
  /** Whether the caller's session still stands; looking does not keep it awake. */
  stands: (caller: Caller) => boolean
  /** Between two signs of life. */
  beatMilliseconds?: number
}

/** Where a browser asks again when it may not have another stream, seconds. */
const laterSeconds = 30

/** Events as they happen, until the page goes, its session ends or the server does. */
export function eventsRoute({ hub, stands, beatMilliseconds = usualBeat }: EventsSetting, { caller, request, language }: Asked): RouteReply {
  if (request.method === 'HEAD') return streamReply(emptyStream())
  const opened = eventStream({
    begin: (tell, end) => hub.subscribe(caller, { send: ({ event, body }) => tell(eventText(event, body(language))), look: () => tell(':\n\n'), end }),
    // Whoever is logged out is told nothing more.
    mayHear: () => stands(caller), farewell: () => eventText('session', {}), beatMilliseconds,
  })
  if (!opened) throw new Refusal('tooManyRequests', { seconds: laterSeconds })
  return streamReply(opened)
}
