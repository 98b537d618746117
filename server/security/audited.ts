import type { ExchangeName } from '../../geodata/contract/all.ts'
import type { ErrorCode } from '../../geodata/contract/errors.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Asked, Route } from '../http/exchange-handler.ts'
import type { Audit } from './audit.ts'
import { roleAdmits } from './authorise.ts'
import { auditName } from './caller.ts'

/** What is written down of an exchange: about what, and whether once in an hour is enough. */
type Line = { subject: (asked: Asked) => string | null; once: (asked: Asked) => boolean }

const always = (): boolean => false
const hourly = (): boolean => true
const inPath = (name: string) => ({ path }: Asked): string | null => textOf(path[name])
const inQuery = (name: string) => ({ query }: Asked): string | null => textOf(query[name])
const areaAsked = inQuery('area')

/** Everything that is audited, by exchange. Changes of records are in the change log. */
const lines: Partial<Record<ExchangeName, Line>> = {
  logIn: { subject: () => null, once: always }, logOut: { subject: () => null, once: always }, passwordChange: { subject: () => null, once: always },
  importStart: { subject: inQuery('file'), once: always }, rebuildStart: { subject: () => null, once: always }, jobCancel: { subject: inPath('id'), once: always }, jobResult: { subject: inPath('id'), once: always },
  exportStart: { subject: (asked) => joined(textOf(bodyField(asked, 'kind')), areaAsked(asked)), once: always },
  reportDecide: { subject: ({ path, body }) => joined(String(path['id']), typeof body === 'object' && body !== null ? textOf(Reflect.get(body, 'state')) : null), once: always },
  deviceAdd: { subject: (asked) => textOf(bodyField(asked, 'name')), once: always }, deviceRemove: { subject: inPath('id'), once: always }, steeringOpen: { subject: () => null, once: always },
  editionFreeze: { subject: (asked) => textOf(bodyField(asked, 'name')), once: always },
  tourAdd: { subject: (asked) => textOf(bodyField(asked, 'name')), once: always }, tourSave: { subject: inPath('id'), once: always }, tourRemove: { subject: inPath('id'), once: always },
  scenarioAdd: { subject: (asked) => textOf(bodyField(asked, 'name')), once: always }, scenarioSave: { subject: inPath('id'), once: always }, scenarioRemove: { subject: inPath('id'), once: always },
  pack: { subject: inPath('area'), once: always },
  buildingList: { subject: areaAsked, once: hourly }, buildingRead: { subject: inPath('id'), once: hourly }, buildingHistory: { subject: inPath('id'), once: hourly },
  // A list that is downloaded as a file is an export.
  gaps: { subject: (asked) => joined(areaAsked(asked), fileFormat(asked)), once: (asked) => fileFormat(asked) === null },
  sitingStart: { subject: areaAsked, once: always }, whatIf: { subject: areaAsked, once: hourly }, whatIfFile: { subject: areaAsked, once: always }, capacity: { subject: areaAsked, once: hourly }, capacityStates: { subject: areaAsked, once: hourly }, states: { subject: areaAsked, once: hourly }, basket: { subject: inPath('id'), once: hourly }, coverage: { subject: areaAsked, once: hourly },
}

/** Refusals that say that someone asked for what is not theirs. */
const trespasses: readonly ErrorCode[] = ['needsRole', 'outsideAreas', 'limitNotListed', 'areaTooFine']

/** The route with its line in the audit log behind it. `accountNamed`: the account that a name to log in with belongs to; null: none. */
export function auditedRoute(name: ExchangeName, route: Route, audit: Audit, accountNamed: (name: string) => string | null): Route {
  const line = lines[name]
  const account = (asked: Asked): string | null => (name === 'logIn' ? accountNamed(textOf(bodyField(asked, 'name')) ?? '') : auditName(asked.caller))
  return async (asked) => {
    try {
      const reply = await route(asked)
      // Whoever has no account is nobody, and leaders are given figures that may be shown.
      if (line && (name === 'logIn' || (auditName(asked.caller) !== null && (name !== 'coverage' || roleAdmits(asked.caller.role, 'planner'))))) {
        audit({ account: account(asked) }, name, line.subject(asked), 'done', line.once(asked))
      }
      return reply
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // The name itself is not written where no account has it: people type passwords into the wrong field.
      if (name === 'logIn') audit({ account: account(asked) }, name, account(asked) === null ? 'unknown name' : error.value.code, 'refused')
      else if (auditName(asked.caller) !== null && (name === 'passwordChange' || trespasses.includes(error.value.code))) audit(asked.caller, name, line?.subject(asked) ?? null, 'refused', true)
      throw error
    }
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const joined = (...parts: (string | null)[]): string | null => parts.filter((part) => part !== null).join(' ') || null
const bodyField = ({ body }: Asked, name: string): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined)

function fileFormat({ query }: Asked): string | null {
  const format = textOf(query['format'])
  return format === 'json' ? null : format
}
