import type { BodyOf } from '../../geodata/contract/exchange.ts'
import type { steeringCommand, steeringJoin, steeringTell } from '../../geodata/contract/steering.ts'
import { jsonReply } from '../answers/reply.ts'
import { Refusal } from '../answers/refusal.ts'
import { emptyStream, eventStream, eventText, streamReply, usualBeat } from '../http/event-stream.ts'
import type { Asked, Route, RouteReply } from '../http/exchange-handler.ts'
import type { Audit } from '../security/audit.ts'
import { auditName } from '../security/caller.ts'
import type { Channels } from '../steering/channels.ts'

export type SteeringSetting = { channels: Channels; audit: Audit; /** Between two signs of life of a stream. */ beatMilliseconds?: number }

export type SteeringRoutes = Readonly<Record<'steeringOpen' | 'steeringCode' | 'steeringTell' | 'steeringJoin' | 'steeringCommand' | 'steeringListen' | 'steeringEnd', Route>>

/** A wall and the phones that steer it, each by its key. */
export function steeringRoutes({ channels, audit, beatMilliseconds = usualBeat }: SteeringSetting): SteeringRoutes {
  return {
    steeringOpen: ({ caller }) => jsonReply(channels.open(caller)),
    steeringCode: (asked) => jsonReply(channels.renew(keyOf(asked))),
    steeringTell: (asked) => jsonReply(channels.tell(keyOf(asked), asked.body as BodyOf<typeof steeringTell>)),
    steeringJoin({ caller, body }) {
      const { code, name } = body as BodyOf<typeof steeringJoin>
      try {
        const { key, opener } = channels.join(code, name.trim(), caller.address)
        audit(caller, 'steeringJoin', auditName(opener), 'done')
        return jsonReply({ key })
      } catch (error) {
        // Neither the code nor the address is written down; once in an hour tells that someone guesses.
        if (error instanceof Refusal) audit(caller, 'steeringJoin', error.value.code, 'refused', true)
        throw error
      }
    },
    steeringCommand: (asked) => jsonReply({ heard: channels.command(keyOf(asked), asked.body as BodyOf<typeof steeringCommand>) }),
    steeringListen: (asked) => listen(channels, asked, beatMilliseconds),
    steeringEnd(asked) {
      channels.end(keyOf(asked))
      return jsonReply({ ended: true })
    },
  }
}

function listen(channels: Channels, asked: Asked, beatMilliseconds: number): RouteReply {
  const key = keyOf(asked)
  if (channels.over(key) !== null) throw new Refusal('steeringEnded')
  if (asked.request.method === 'HEAD') return streamReply(emptyStream())
  let refused: unknown = null
  let ending = false
  const stream = eventStream({
    begin(tell, end) {
      try {
        return channels.listen(key, { send: ({ event, data }) => (event === 'end' ? last(tell, event, data) : tell(eventText(event, data))), end })
      } catch (error) {
        refused = error
        return null
      }
    },
    mayHear: () => ending || channels.over(key) === null, farewell: () => eventText('end', { reason: channels.over(key) ?? 'closed' }), beatMilliseconds,
  })
  function last(tell: (text: string) => void, event: string, data: object): void {
    ending = true
    tell(eventText(event, data))
  }
  if (!stream) throw refused
  return streamReply(stream)
}

const keyOf = ({ path }: Asked): string => String(path['key'])
