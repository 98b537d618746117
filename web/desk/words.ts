import type { Audience, UnitNature } from '../../geodata/model/facility.ts'
import { useCityStore } from '../stores/city.ts'
import { useDeskNameStore } from '../stores/deskNames.ts'
import type { Step } from '../stores/deskSteps.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { dash, day, hourOf } from '../text/numbers.ts'
import { cityDay } from './blank.ts'
import { fieldsOf, labelOf, type Field } from './field.ts'
import { kindOf, type DeskChange, type DeskKind, type DeskRecord } from './record.ts'
import { sameText, textOf } from './texts.ts'

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
    if (field.control === 'stepFree') return speech.say(text === 'yes' ? 'desk.stepFree.yes' : text === 'no' ? 'desk.stepFree.no' : 'desk.unknown')
    if (text.trim() === '') return field.path === 'name' ? speech.say('desk.unnamed') : dash
    if (field.control === 'category') return category(text)
    if (field.control === 'audience') return speech.say(`audience.${text as Audience}`)
    if (field.control === 'nature') return speech.say(`nature.${text as UnitNature}`)
    if (field.control === 'area') return names.nameOfArea(text)
    return field.control === 'unit' ? names.unit(text) : text
  }
  const label = (field: Field): string => speech.say(labelOf(field))
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
  return { value, category, label, labels, differing, step, when, action }
}
