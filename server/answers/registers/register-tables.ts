import type { Reader } from '../../../geodata/contract/exchange.ts'
import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { registers } from '../../../geodata/registers/all.ts'
import type { RegisterTable } from '../../../geodata/registers/register.ts'
import { viewOf } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { dataVersion } from '../standing.ts'
import { registerInput, type RegisterAsk } from './register-input.ts'
import { watched, type Used } from './used-records.ts'

/** A register's table, and what it was made from. */
export type MadeTable = { table: RegisterTable; used: Used }

type Kept = { version: string; tables: Map<string, Promise<MadeTable>> }
const kept = new WeakMap<OpenCity['names'], Kept>()
/** A year's months of one register for a district and its parts; the least lately made go first. */
const mostKept = 1500

/** The table of a register; made when first asked for, and again after anything it may rest on has changed. Null: the register is words alone. */
export function tableOf(open: OpenCity, code: RegisterCode, ask: RegisterAsk, reader: Reader): Promise<MadeTable> | null {
  const register = registers[code]
  if (!register) return null
  const { tables } = keptFor(open)
  const exact = viewOf(open, reader, ask.area).shield === null
  const key = `${code} ${ask.area ?? ''} ${ask.day} ${exact}`
  const known = tables.get(key)
  if (known) return known
  const made = make()
  tables.set(key, made)
  made.catch(() => tables.delete(key))
  if (tables.size > mostKept) tables.delete(tables.keys().next().value ?? '')
  return made

  async function make(): Promise<MadeTable> {
    const { input, used } = watched(await registerInput(open, ask, reader))
    return { table: (register as NonNullable<typeof register>)(input), used }
  }
}

function keptFor(open: OpenCity): Kept {
  const version = `${dataVersion(open.versions, null)} ${open.catalogue.version}`
  const known = kept.get(open.names)
  if (known?.version === version) return known
  const fresh: Kept = { version, tables: new Map() }
  kept.set(open.names, fresh)
  return fresh
}
