import { bookings, payments } from '../../geodata/model/offer.ts'
import { bookingWords, paymentWords } from '../../geodata/words/offer.ts'
import { recordHeadings } from '../../geodata/words/sheets/forms.ts'
import type { Control, Field } from './control.ts'

const words = recordHeadings.facility
const offered = (name: 'address' | 'bring' | 'menu' | 'delivers' | 'halal' | 'toilet' | 'prices' | 'programmes' | 'booking' | 'payments' | 'checked', control: Control, more: Partial<Field> = {}): Field => ({ path: `offer.${name}`, control, part: 'offer', empty: null, words: words[name], ...more })

/** When a site is open and shut, and who last looked. */
export const openingFields: readonly Field[] = [
  { path: 'hours', control: 'hours', part: 'when', empty: null }, { path: 'suspensions', control: 'suspensions', part: 'when', empty: null, words: words.suspensions }, { path: 'phone', control: 'line', part: 'when', empty: null },
  offered('checked', 'checked', { part: 'when' }),
]

/** What whoever goes there asks. */
export const offerFields: readonly Field[] = [
  offered('prices', 'prices'), offered('payments', 'choices', { choices: payments.map((code) => ({ code, word: paymentWords[code] })) }), offered('bring', 'line'), offered('booking', 'choice', { choices: bookings.map((code) => ({ code, word: bookingWords[code] })) }),
  offered('delivers', 'flag'), offered('halal', 'flag'), offered('menu', 'lines'), offered('programmes', 'programmes'), offered('toilet', 'flag'),
]
export const addressField: Field = offered('address', 'line', { part: 'where' })
