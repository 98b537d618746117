import { expect, test } from 'vitest'
import { holdsIdentityNumber } from '../../../../geodata/intake/edits/identityNumber.ts'
import { textFaults } from '../../../../geodata/intake/edits/texts.ts'

/** The example of the standard, and one that lacks its check digit. */
const numbers = ['11010519491231002X', '44052419800101001']

test.each([numbers[0], numbers[0].toLowerCase(), `身份证${numbers[0]}，男`, '110105 19491231 002X', '110105-19491231-002X', '１１０１０５１９４９１２３１００２Ｘ'])('%s holds an identity number', (text) => {
  expect(holdsIdentityNumber(text)).toBe(true)
})

test.each(['110105194912310021', '110105194913310020', '99010100100101200005', `9${numbers[0]}`, '第三网格', '2026-06-30', numbers[1]])('%s holds none', (text) => {
  expect(holdsIdentityNumber(text)).toBe(false)
})

test('it is refused in any text of a record without being repeated, and a credit code is none', () => {
  expect(textFaults({ name: `王某 ${numbers[0]}`, fields: { note: numbers[0] }, creditCode: numbers[0] })).toEqual([{ field: 'name', code: 'identityNumber', details: {} }, { field: 'fields.note', code: 'identityNumber', details: {} }])
})

test.each(['name', 'source'])('a mobile number is refused in the %s of any record, an id of digits is not', (field) => {
  expect(textFaults({ id: 'node/13800138000', [field]: '王师傅 138-0013-8000' })).toEqual([{ field, code: 'mobilePhone', details: { found: '138-0013-8000' } }])
})
