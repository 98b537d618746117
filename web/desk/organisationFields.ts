import { operatings, organisationKinds, organiseds, scenes, workCovers } from '../../geodata/model/organisation.ts'
import { organisationKindWords } from '../../geodata/words/lists.ts'
import type { Sentence } from '../../geodata/words/sentence.ts'
import { commonWords } from '../../geodata/words/sheets/common.ts'
import { recordHeadings } from '../../geodata/words/sheets/forms.ts'
import { operatingWords, organisedWords, sceneWords, workCoverWords } from '../../geodata/words/sheets/organisations.ts'
import type { Field } from './control.ts'

const words = { ...commonWords, ...recordHeadings.organisation }
const chosen = <Code extends string>(codes: readonly Code[], of: Readonly<Record<Code, Sentence>>): Pick<Field, 'control' | 'choices'> => ({ control: 'choice', choices: codes.map((code) => ({ code, word: of[code] })) })
const field = (part: Field['part'], path: keyof typeof words, rest: Partial<Field> & Pick<Field, 'control'>): Field => ({ path, part, empty: null, words: words[path], ...rest })

/** 两新 organisations: what is known of each, and how it is covered. */
export const organisationFields: readonly Field[] = [
  field('what', 'name', { control: 'line', empty: 'required' }), field('what', 'kind', { ...chosen(organisationKinds, organisationKindWords), empty: 'required' }), field('what', 'creditCode', { control: 'line' }),
  field('what', 'operating', chosen(operatings, operatingWords)), field('what', 'scene', chosen(scenes, sceneWords)), field('what', 'aboveScale', { control: 'flag' }), field('what', 'employees', { control: 'whole' }), field('what', 'members', { control: 'whole' }),
  { path: 'position', control: 'place', part: 'where', empty: null }, field('where', 'community', { control: 'area' }), field('where', 'registeredCommunity', { control: 'area' }), field('where', 'carrier', { control: 'row', sheet: 'carrier' }), field('where', 'unit', { control: 'unit' }),
  field('cover', 'organised', chosen(organiseds, organisedWords)), field('cover', 'branch', { control: 'row', sheet: 'partyOrganisation' }), field('cover', 'work', chosen(workCovers, workCoverWords)), field('cover', 'instructor', { control: 'row', sheet: 'instructor' }),
  field('receipt', 'validFrom', { control: 'day' }), field('receipt', 'validTo', { control: 'day' }), field('receipt', 'source', { control: 'line', empty: 'required' }), field('receipt', 'date', { control: 'day' }),
]
