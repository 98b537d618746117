import { expect, test } from 'vitest'
import { exchanges, type ExchangeName } from '../../../geodata/contract/all.ts'
import { exchanges as first } from '../../../geodata/contract/first.ts'
import { roleOf } from '../../../geodata/contract/roles.ts'

test('the roles told without the schemas are those that the exchanges declare', () => {
  const names = Object.keys(exchanges) as ExchangeName[]
  expect(Object.fromEntries(names.map((name) => [name, roleOf(name)]))).toEqual(Object.fromEntries(names.map((name) => [name, exchanges[name].role])))
})

test('the exchanges of the first page are among all', () => {
  for (const [name, exchange] of Object.entries(first)) expect(exchanges[name as ExchangeName]).toBe(exchange)
})
