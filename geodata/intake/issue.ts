import { arrangementFaultCodes } from '../hours/arrangement.ts'

/** What can be wrong with a source as a whole. The sentences stand in geodata/words/issues.ts. */
export const issueCodes = [
  'noFiles', 'fileMissing', 'fileUnreadable', 'fileIsFolder', 'fileEmpty', 'extensionUnknown', 'contentMismatch', 'encodingBroken',
  'xmlBroken', 'xmlTruncated', 'xmlNotOsm', 'osmChange', 'xmlAttribute',
  'pbfTruncated', 'pbfHeaderTooLarge', 'pbfBlobTooLarge', 'pbfInflatesTooLarge', 'pbfBroken', 'pbfCompression', 'pbfFeature', 'pbfFirstBlock',
  'jsonBroken', 'jsonTruncated', 'jsonTooLarge', 'jsonNotObject', 'notGeojson', 'topojson', 'featuresMissing', 'featuresEmpty', 'crsUnknown',
  'shpMagic', 'shpTruncated', 'shpType', 'shpRecord', 'shxDiffers', 'partMissing', 'dbfBroken', 'dbfTruncated', 'dbfCount', 'encodingUnknown', 'projectionUnknown',
  'csvBroken', 'csvNoPosition',
  'sheetUnknown', 'sheetAmbiguous', 'sheetColumnsMissing', 'sheetColumnTwice', 'sheetPersonal', 'sheetEmpty', 'sheetPassedOver', 'sheetsBesideMaps', 'sheetsNeedCity', 'sheetReplaces', 'sheetDatumDoubtful', 'tableTooLarge',
  'xlsxEncrypted', 'xlsxOld', 'xlsxBroken', 'xlsxTooLarge', 'xlsxTooWide', 'xlsxCell',
  'zipBroken', 'zipBomb', 'zipHolds', 'zipEncrypted',
  'datumUnknown', 'coordinatesProjected', 'coordinatesSwapped', 'coordinatesOutside', 'coordinatesSpread', 'datumDoubtful', 'nothingUsable', 'kindUnknown', 'hoursNotUnderstood',
  'holidaysColumns', 'holidaysCell', 'holidaysShape', 'holidaysNoSource', 'holidaysFile', ...arrangementFaultCodes,
  'locationNumbers', 'locationRange', 'locationLines', 'locationApart',
] as const
export type IssueCode = (typeof issueCodes)[number]

/** Where in the file: a byte offset (from 0), a line and column, a record, or a row of a worksheet (from 1). */
export type Place = { byte: number } | { line: number; column: number } | { record: number } | { row: number; worksheet: string | null }

/** One thing wrong: where, and what was expected and found, by the names the sentence uses. */
export type Issue = {
  code: IssueCode
  /** Name of the file without its folder; empty when no file is concerned. */
  file: string
  place: Place | null
  values: Readonly<Record<string, string | number>>
}

export function issue(code: IssueCode, file: string, place: Place | null = null, values: Issue['values'] = {}): Issue {
  return { code, file, place, values }
}
