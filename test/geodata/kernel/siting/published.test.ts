import { describe, expect, test } from 'vitest'
import { patientHooks } from '../../../../geodata/kernel/siting/exact.ts'
import { solvePublished } from '../../../../geodata/kernel/siting/published.ts'
import { highsSolver } from '../../../../server/siting/highs.ts'
import { publishedInstance, publishedOptima } from '../../../tools/published.ts'
import { sharedNote, sharedPresent } from '../../../tools/shared.ts'

/** All 40, 40 and 20 of them: `npm run bench -- siting`. */
describe.skipIf(!sharedPresent)(`published instances${sharedNote}`, () => {
  test('p-median of pmed1 to pmed5 is the published optimum, and no bound lies above it', () => {
    const optima = publishedOptima('p-median')
    for (let number = 1; number <= 5; number++) {
      const { value, bound, proven, chosen } = solvePublished(publishedInstance('pmed', number), 'p-median', patientHooks)
      expect([value, bound <= value, !proven || bound === value, new Set(chosen).size]).toEqual([optima.get(number), true, true, publishedInstance('pmed', number).sites])
    }
  })

  test('p-centre of three of them is proven to be the published optimum', async () => {
    const optima = publishedOptima('p-centre'), hooks = { ...patientHooks, exact: await highsSolver() }
    for (const number of [1, 6, 10]) expect(solvePublished(publishedInstance('pmed', number), 'p-centre', hooks)).toMatchObject({ value: optima.get(number), bound: optima.get(number), proven: true })
  })

  test('capacitated p-median lies within a hundredth of the published value, its bound not above', () => {
    for (const number of [1, 4]) {
      const instance = publishedInstance('pmedcap', number), { value, bound } = solvePublished(instance, 'p-median', patientHooks)
      const published = instance.format === 'pmedcap' ? instance.published : NaN
      expect([value >= published, value <= published * 1.01, bound <= published, bound >= published * 0.95]).toEqual([true, true, true, true])
    }
  })
})
