import type { Cell, RegisterTable } from '../../geodata/registers/register.ts'

/** One column of all rows. */
export function column({ columns, rows }: RegisterTable, code: string): Cell[] {
  const at = columns.findIndex((one) => one.code === code)
  if (at < 0) throw new Error(`column ${code}: expected one of ${columns.map((one) => one.code).join()}`)
  return rows.map(({ cells }) => cells[at])
}

/** A headline and what it is a part of. */
export function figure({ headlines }: RegisterTable, code: string): [number | null, number | null] {
  const found = headlines.find((one) => one.code === code)
  if (!found) throw new Error(`headline ${code}: expected one of ${headlines.map((one) => one.code).join()}`)
  return [found.value, found.of]
}
