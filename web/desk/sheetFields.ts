import { sheets, type SheetCode } from '../../geodata/model/sheets/all.ts'
import type { Field as SheetField, Presence, Sheet } from '../../geodata/model/sheets/field.ts'
import { choicesOf, fieldWords } from '../../geodata/words/sheets/all.ts'
import type { Control, Field } from './control.ts'

/** The fields of a sheet's rows as the form asks for them: what the sheet defines, between what every row has. */
export const sheetFields = (sheet: SheetCode): readonly Field[] => {
  const known = made.get(sheet)
  if (known) return known
  const { area, unit, position, fields }: Sheet = sheets[sheet]
  const common = (part: Field['part'], path: 'name' | 'area' | 'unit' | 'validFrom' | 'validTo' | 'source' | 'date', control: Control, empty: Field['empty']): Field => ({ path, control, part, empty, ...worded(sheet, path) })
  const asked = (presence: Presence, field: (empty: Field['empty']) => Field): Field[] => (presence === 'none' ? [] : [field(presence === 'required' ? 'required' : null)])
  const own = Object.entries(fields).map(([name, field]) => ({ path: `fields.${name}`, part: 'what' as const, empty: field.optional ? null : ('required' as const), ...controlOf(sheet, name, field), ...worded(sheet, name) }))
  const found: Field[] = [
    common('what', 'name', 'line', ''), ...asked(area, (empty) => common('where', 'area', 'area', empty)), ...asked(unit, (empty) => common('where', 'unit', 'unit', empty)),
    ...asked(position, (empty) => ({ path: 'position', control: 'place', part: 'where', empty })), ...own,
    common('receipt', 'validFrom', 'day', null), common('receipt', 'validTo', 'day', null), common('receipt', 'source', 'line', 'required'), common('receipt', 'date', 'day', null),
  ]
  made.set(sheet, found)
  return found
}
const made = new Map<SheetCode, readonly Field[]>()

const worded = (sheet: SheetCode, name: string): Pick<Field, 'words'> => {
  const words = fieldWords(sheet, name)
  return words ? { words } : {}
}

/** How a field of each kind is typed. */
const controlOf = (sheet: SheetCode, name: string, field: SheetField): Pick<Field, 'control' | 'choices' | 'sheet'> => {
  switch (field.kind) {
    case 'count': case 'year': return { control: 'whole' }
    case 'amount': return { control: 'amount' }
    case 'flag': return { control: 'flag' }
    case 'day': return { control: 'day' }
    case 'month': return { control: 'month' }
    case 'text': return { control: 'line' }
    case 'choice': return { control: 'choice', choices: choicesOf(sheet, name) ?? [] }
    case 'reference': return referred(field.to, field.many === true)
  }
}

const referred = (to: string, many: boolean): Pick<Field, 'control' | 'sheet'> => {
  if (to === 'area') return { control: many ? 'areas' : 'area' }
  if (to === 'unit' || to === 'facility') return { control: to }
  return { control: many ? 'rows' : 'row', sheet: to as SheetCode }
}
