import type { Catalogue } from '../../geodata/model/catalogue.ts'
import { readCatalogue, writeCatalogue } from './catalogue-table.ts'
import { logLoad } from './change-log.ts'
import type { Connection } from './driver.ts'
import { categoryVersion, bumpVersions } from './versions.ts'

/**
 * Puts in the rows of `catalogue` that the stored one lacks, for a database that was made by an earlier release; rows that stand, and the version an owner
 * gave, are left as they are. Says whether anything was added. A database without a catalogue stays without.
 */
export function completeCatalogue(connection: Connection, catalogue: Catalogue, now: Date): boolean {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const stored = readCatalogue(connection)
    const added = stored !== null && writeCatalogue(connection, completed(stored, catalogue))
    if (added) {
      bumpVersions(connection, ['text', ...catalogue.categories.filter(({ code }) => !stored.categories.some((one) => one.code === code)).map(({ code }) => categoryVersion(code))])
      logLoad(connection, now.toISOString(), 'linli', { catalogue: { changed: 1 } }, false)
    }
    connection.exec('COMMIT')
    return added
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/** Rows of a list are told apart by their code, rules of meetings by their kind. */
function completed(stored: Catalogue, { categories, profiles, standards, slots, serviceItems, meetingRules, choices, rules, holidays, wishes }: Catalogue): Catalogue {
  const more = <R>(own: readonly R[], others: readonly R[], codeOf: (row: R) => string): R[] => [...own, ...others.filter((row) => !own.some((one) => codeOf(one) === codeOf(row)))]
  const byCode = ({ code }: { code: string }): string => code
  return {
    ...stored, categories: more(stored.categories, categories, byCode), profiles: more(stored.profiles, profiles, byCode),
    // A deployment may have taken standards out on purpose: only those of a database that has none come anew.
    standards: stored.standards.length === 0 ? standards : stored.standards,
    slots: stored.slots.length === 0 ? slots : stored.slots, serviceItems: stored.serviceItems.length === 0 ? serviceItems : stored.serviceItems,
    meetingRules: more(stored.meetingRules, meetingRules, ({ kind }) => kind), choices: more(stored.choices, choices, byCode), rules: more(stored.rules, rules, byCode),
    holidays: more(stored.holidays, holidays, ({ year }) => String(year)), wishes: more(stored.wishes, wishes, byCode),
  }
}
