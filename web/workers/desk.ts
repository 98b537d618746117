import { deskLogic } from './deskLogic.ts'
import type { DeskReply, DeskRequest } from './deskMessages.ts'

/** The worker of the planner's desk: holds the city as a pack and answers what is asked of it. It fetches nothing itself. */
const logic = deskLogic()

addEventListener('message', ({ data }: MessageEvent<DeskRequest>) => {
  const { reply, handOver } = logic(data)
  postMessage(reply satisfies DeskReply, { transfer: handOver })
})
