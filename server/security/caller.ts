import type { Reader } from '../../geodata/contract/exchange.ts'

/** Who asks, as far as the server knows. Answers depend on role and areas alone (a Reader); logs and sessions on the rest. */
export type Caller = Reader & {
  /** Name of the account; null: nobody is logged in. */
  account: string | null
  mustChangePassword: boolean
  /** SHA-256 of the session's id; null without a session. */
  session: Uint8Array | null
  /** Where the request comes from, for limits; never logged. */
  address: string
}

/** What is written into change and audit logs: the account, or the role of whoever has none. */
export const actorOf = (caller: Caller): string => caller.account ?? `(${caller.role})`

export const readerOf = ({ role, areas }: Caller): Reader => ({ role, areas })
