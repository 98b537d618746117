import { editableKinds, type EditableKind } from '../../../geodata/model/city.ts'

const questions = ['List', 'Read', 'History'] as const
export type RecordQuestion = (typeof questions)[number]

/** What is read of records, for every kind alike: facilityList, unitRead, gateHistory … */
export type RecordExchange = `${EditableKind}${RecordQuestion}`

const known = new Map<string, { name: RecordExchange; kind: EditableKind; question: RecordQuestion }>(
  editableKinds.flatMap((kind) => questions.map((question) => [`${kind}${question}`, { name: `${kind}${question}` as const, kind, question }] as const)),
)

export const recordExchanges: readonly RecordExchange[] = [...known.values()].map(({ name }) => name)

/** Null: the exchange reads no records. */
export const recordQuestionOf = (name: string): { kind: EditableKind; question: RecordQuestion } | null => known.get(name) ?? null

/** A record has an etag of its own, which a change must name; that of the whole city would stand in its place. */
export const recordReads: readonly RecordExchange[] = editableKinds.map((kind) => `${kind}Read` as const)
