import type { SheetCode } from '../../../geodata/model/sheets/all.ts'
import type { RegisterInput } from '../../../geodata/registers/register.ts'

/** What a register was made from. */
export type Used = { sheets: ReadonlySet<SheetCode>; others: ReadonlySet<'units' | 'facilities' | 'organisations' | 'events'> }

/** The input, and a note of all that is read of it. */
export function watched(input: RegisterInput): { input: RegisterInput; used: Used } {
  const sheets = new Set<SheetCode>(), others = new Set<'units' | 'facilities' | 'organisations' | 'events'>()
  return {
    used: { sheets, others },
    input: {
      ...input,
      rows: (sheet) => input.rows(noted(sheet)), ever: (sheet) => input.ever(noted(sheet)),
      get units() { others.add('units'); return input.units },
      get facilities() { others.add('facilities'); return input.facilities },
      get organisations() { others.add('organisations'); return input.organisations },
      get everyOrganisation() { others.add('organisations'); return input.everyOrganisation },
      get events() { others.add('events'); return input.events },
    },
  }
  function noted<S extends SheetCode>(sheet: S): S {
    sheets.add(sheet)
    return sheet
  }
}
