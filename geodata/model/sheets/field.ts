/** The vocabulary in which a sheet says what its rows hold. A field is required unless it says `optional`. */
export type Field =
  | { readonly kind: 'count'; readonly optional?: true; /** Counts persons: small ones are protected. */ readonly persons?: true }
  | { readonly kind: 'amount' | 'text' | 'flag' | 'day' | 'month' | 'year'; readonly optional?: true }
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly optional?: true }
  | { readonly kind: 'reference'; readonly to: string; readonly many?: true; readonly optional?: true }
export type FieldKind = Field['kind']

/** What a cell can hold: days yyyy-mm-dd, months yyyy-mm, references ids. */
export type FieldValue = string | number | boolean | readonly string[] | null

/** The type of one field's value. */
export type ValueOf<F extends Field> =
  | (F extends { optional: true } ? null : never)
  | (F extends { kind: 'count' | 'amount' | 'year' } ? number
    : F extends { kind: 'flag' } ? boolean
    : F extends { kind: 'choice'; of: readonly (infer C)[] } ? C
    : F extends { kind: 'reference'; many: true } ? readonly string[]
    : string)

export type Presence = 'required' | 'optional' | 'none'

/** What kind of rows a sheet has. Beside its fields every row has id, name, validity and provenance. */
export type Sheet = {
  /** One of the five headings under which it is entered. */
  readonly group: RegisterGroup
  /** Code of the area a row is about. */
  readonly area: Presence
  /** 驻区单位 a row is about. */
  readonly unit: Presence
  /** Whether rows may have a place of their own. */
  readonly position: Presence
  readonly fields: Readonly<Record<string, Field>>
}

/** 共管 共享 共培 共办 共建. */
export const registerGroups = ['govern', 'share', 'train', 'act', 'build'] as const
export type RegisterGroup = (typeof registerGroups)[number]

export const sheet = <const S extends Sheet>(value: S): S => value

export const count = { kind: 'count' } as const
/** Of persons. */
export const persons = { kind: 'count', persons: true } as const
export const amount = { kind: 'amount' } as const
export const text = { kind: 'text' } as const
export const flag = { kind: 'flag' } as const
export const day = { kind: 'day' } as const
export const month = { kind: 'month' } as const
export const year = { kind: 'year' } as const
export const choice = <const C extends readonly string[]>(of: C) => ({ kind: 'choice', of }) as const
export const reference = <const T extends string>(to: T) => ({ kind: 'reference', to }) as const
export const references = <const T extends string>(to: T) => ({ kind: 'reference', to, many: true }) as const
export const optional = <const F extends Field>(field: F) => ({ ...field, optional: true }) as const
