import { expect, test } from 'vitest'
import { quantiles } from '../../server/answers/registers/register-map.ts'

test('classes hold about equally many areas, rising to the largest value', () => {
  expect(quantiles([])).toEqual([])
  expect(quantiles([5, 1, 4, 2, 3, 10, 6, 7, 8, 9])).toEqual([2, 4, 6, 8, 10])
})

test('a value that most areas have stands for itself: the few below it are told apart', () => {
  expect(quantiles([0.5, 0.875, ...Array.from({ length: 20 }, () => 1)])).toEqual([0.875, 1])
  expect(quantiles([...Array.from({ length: 22 }, () => 0), 1, 2])).toEqual([0, 2])
  expect(quantiles([3, 3, 3])).toEqual([3])
})
