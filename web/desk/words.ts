import type { Audience, UnitNature } from '../../geodata/model/facility.ts'
import type { Price, Programme } from '../../geodata/model/offer.ts'
import { pricesText, programmesText } from '../../geodata/words/offer.ts'
import { useCityStore } from '../stores/city.ts'
import { useDeskNameStore } from '../stores/deskNames.ts'
import type { Step } from '../stores/deskSteps.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { dash, day, hourOf } from '../text/numbers.ts'
import { cityDay } from './blank.ts'
import { sheetWords } from '../../geodata/words/sheets/all.ts'
import type { Column } from './columns.ts'
import { fieldsOf, labelOf, type Field } from './field.ts'
import { kindOf, sheetOf, type DeskChange, type DeskKind, type DeskRecord, type plainKinds } from './record.ts'
import { isListControl } from './control.ts'
import { entriesOf } from './listParts.ts'
import { readText, sameText, textOf } from './texts.ts'

/** Values, steps and dates of the desk as people say them. */
export const useDeskWords = () => {
  const speech = useSpeechStore()
  const city = useCityStore()
  const names = useDeskNameStore()

  const category = (code: string): string => {
    const row = city.categories.find((one) => one.code === code)
    return row ? city.nameOf(row) : code
  }
  /** What a typed text stands for; a dash where nothing is known. */
  const value = (field: Field, text: string): string => {
    if (field.control === 'areas') return text === '' ? speech.say('desk.everywhere') : text.split(',').map(names.nameOfArea).join(speech.say('desk.join'))
    if (field.control === 'rows') return text === '' ? dash : text.split(',').map((id) => names.row(id)).join(speech.say('desk.join'))
    if (field.control === 'flag') return text === '' ? dash : speech.say(text === 'yes' ? 'desk.flag.yes' : 'desk.flag.no')
    if (field.control === 'stepFree') return speech.say(text === 'yes' ? 'desk.stepFree.yes' : text === 'no' ? 'desk.stepFree.no' : 'desk.unknown')
    if (text.trim() === '') return field.path === 'name' ? speech.say('desk.unnamed') : dash
    if (isListControl(field.control)) return listed(field, text)
    if (field.control === 'choices') return text.split(',').map((code) => choiceOf(field, code)).join(speech.say('desk.join'))
    if (field.control === 'category') return category(text)
    if (field.control === 'audience') return speech.say(`audience.${text as Audience}`)
    if (field.control === 'nature') return speech.say(`nature.${text as UnitNature}`)
    if (field.control === 'area') return names.nameOfArea(text)
    if (field.control === 'choice') return choiceOf(field, text)
    if (field.control === 'row') return names.row(text)
    if (field.control === 'facility') return names.site(text)
    return field.control === 'unit' ? names.unit(text) : text
  }
  const choiceOf = (field: Field, code: string): string => field.choices?.find((one) => one.code === code)?.word[speech.lang] ?? code
  /** A list in one line; one that means nothing yet by how many entries it has. */
  const listed = (field: Field, text: string): string => {
    const read = readText(field, text)
    if (!read.ok) return speech.say('desk.list.count', { count: entriesOf(text).length })
    if (field.control === 'prices') return pricesText(read.value as readonly Price[], speech.lang)
    if (field.control === 'programmes') return programmesText(read.value as readonly Programme[], speech.lang)
    return entriesOf(text).map(({ from, until, reason }) => speech.say('desk.list.suspension', { from: from ?? '', until: until === '' ? speech.say('desk.list.openEnd') : until ?? '', reason: reason ?? '' })).join(speech.say('desk.listJoin'))
  }
  const label = (field: Field): string => field.words?.[speech.lang] ?? speech.say(labelOf(field))
  const column = ({ field, label: key }: Pick<Column, 'field' | 'label'>): string => (field ? label(field) : speech.say(key))
  /** What a kind is called, in the plural where the language has one. */
  const kind = (one: DeskKind): string => {
    const sheet = sheetOf(one)
    if (sheet) return sheetWords[sheet].name[speech.lang]
    return one === 'entry' ? speech.say('desk.kind.sheets') : speech.say(`desk.kind.${one as (typeof plainKinds)[number]}`)
  }
  /** A record by its name; a row without one by its first two fields that say something. */
  const title = (one: DeskKind, record: DeskRecord): string => {
    if (record.name !== '' || !sheetOf(one)) return record.name
    const said = fieldsOf(one).filter(({ path }) => path.startsWith('fields.')).map((field) => ({ field, text: textOf(field, record) })).filter(({ field, text }) => text !== '' && field.control !== 'flag' && field.control !== 'row').slice(0, 2)
    return said.map(({ field, text }) => (field.control === 'whole' ? `${label(field)} ${text}` : value(field, text))).join(' · ') || record.id
  }
  const differing = (kind: DeskKind, one: DeskRecord, other: DeskRecord): Field[] => fieldsOf(kind).filter((field) => !sameText(field, textOf(field, one), textOf(field, other)))
  const labels = (fields: readonly Field[]): string => fields.map(label).join(speech.say('desk.join'))
  /** A step as the thing it did: "hours of the canteen". */
  const step = ({ key, name, before, after }: Pick<Step, 'key' | 'name' | 'before' | 'after'>): string => {
    if (!before) return speech.say('desk.step.add', { name })
    if (!after) return speech.say('desk.step.remove', { name })
    return speech.say('desk.step.change', { name, fields: labels(differing(kindOf(key), before.record, after.record)) })
  }
  /** An instant in the city's time: day, hour and minute; today by its name. */
  const when = (iso: string): string => {
    const instant = Date.parse(iso)
    if (Number.isNaN(instant)) return iso
    const date = cityDay(instant)
    return date === cityDay(Date.now()) ? speech.say('desk.todayAt', { time: hourOf(instant) }) : `${day(date, speech.lang)} ${hourOf(instant)}`
  }
  const action = (change: Pick<DeskChange, 'action'>): string => speech.say(`desk.action.${change.action}`)
  return { value, category, label, column, kind, title, labels, differing, step, when, action }
}
