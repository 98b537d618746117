import type { Reader } from '../../geodata/contract/exchange.ts'
import type { Device } from './devices.ts'

/** Who asks, as far as the server knows. Answers depend on role and areas alone (a Reader); logs and sessions on the rest. */
export type Caller = Reader & {
  /** Name of the account; null: nobody is logged in. */
  account: string | null
  mustChangePassword: boolean
  /** SHA-256 of the session's id; null without a session. */
  session: Uint8Array | null
  /** The screen that asks, where nobody is logged in at it; absent: no screen of ours. */
  device?: Device
  /** Where the request comes from, for limits; never logged. */
  address: string
}

/** What is written into change and audit logs: the account, the screen, or the role of whoever has neither. */
export const actorOf = (caller: Caller): string => auditName(caller) ?? `(${caller.role})`

/** The account, or the screen by its name; null: nobody. No account's name has brackets. */
export const auditName = ({ account, device }: Pick<Caller, 'account' | 'device'>): string | null => account ?? (device ? `(device) ${device.name}` : null)

export const readerOf = ({ role, areas }: Caller): Reader => ({ role, areas })
