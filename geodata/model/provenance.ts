/** Where a record comes from: every record of the city carries it. */
export type Provenance = {
  /** Name of the source as shown to readers, e.g. a file's name or 示意数据. */
  source: string
  /** Day the fact was true, ISO yyyy-mm-dd; null when the source does not say. */
  date: string | null
}

/** Half-open interval of days [validFrom, validTo); null = unbounded on that side. */
export type Validity = { validFrom: string | null; validTo: string | null }

export const residentBases = ['permanent', 'registered', 'actual'] as const
/** 常住, 户籍 or 实有 residents. */
export type ResidentBasis = (typeof residentBases)[number]

/** Whether an owner confirmed a row of the catalogue against the official text. Unconfirmed rows say so on screen. */
export type Receipt = { source: string; confirmed: boolean }
