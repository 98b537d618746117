import { wallBoardCodes, wallNumberCodes, type WallNumberCode, type WallSubject } from '../../geodata/model/wall.ts'
import { oneOf, optional, row, text, type ValuesOf } from '../stores/table.ts'
import { wallForms, type WallForm } from './map/forms.ts'

const subjects: readonly WallSubject[] = [...wallNumberCodes, ...wallBoardCodes]
/** The contract's bound of what is chosen (geodata/contract/wall.ts). */
const longestChoice = 4000
const month = (found: string): string | undefined => (/^\d{4}-(0[1-9]|1[0-2])$/.test(found) ? found : undefined)
const codes = (found: string): readonly string[] | undefined => {
  const list = found.split(',')
  return found.length <= longestChoice && list.every((code) => code.length > 0 && code.length <= 64) ? [...new Set(list)] : undefined
}

/** What the address of the wall holds beside the area, the camera, the theme and the language. */
export const wallTable = {
  /** Codes of the communities or grids that alone are counted; none: all. */
  only: row<readonly string[]>({ standard: [], history: 'push', expected: 'screen.fault.only', read: codes, write: (chosen) => chosen.join(',') }),
  /** As it stood at the end of that month; null: now. */
  month: optional<string>('replace', 'screen.fault.month', month, String),
  /** A frozen edition, by its id; null: what is live. */
  edition: optional<string>('push', 'fault.code', text(64), String),
  /** The number or board whose drawer is open. */
  subject: { ...optional<WallSubject>('push', 'fault.oneOf', (found) => subjects.find((code) => code === found), String), choices: subjects },
  /** The number the map shows. */
  shows: oneOf<WallNumberCode>(wallNumberCodes, 'meals', 'replace'),
  /** How that number is drawn on the map. */
  form: oneOf<WallForm>(wallForms, 'classes', 'replace'),
  /** Ids of the tours that play by themselves; none of them: all. null: nothing plays until somebody says so. */
  tour: row<readonly string[] | null>({
    standard: null, history: 'replace', expected: 'screen.fault.tour',
    read: (found) => (found === 'all' ? [] : codes(found)), write: (ids) => (ids === null ? '' : ids.length === 0 ? 'all' : ids.join(',')),
  }),
  /** A building on the map, by its dense index. */
  building: optional<number>('replace', 'fault.id', (found) => (/^\d{1,8}$/.test(found) ? Number(found) : undefined), String),
} as const
export type WallValues = ValuesOf<typeof wallTable>
