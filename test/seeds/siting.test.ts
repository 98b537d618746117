import { expect, test } from 'vitest'
import { fillQuestion } from '../../geodata/kernel/question.ts'
import { patientHooks } from '../../geodata/kernel/siting/exact.ts'
import { networkPoints } from '../../geodata/kernel/siting/points.ts'
import { answerSiting } from '../../geodata/kernel/siting/siteCity.ts'
import { emptyOverlay } from '../../geodata/model/overlay.ts'
import { highsSolver } from '../../server/siting/highs.ts'
import { builtCity } from './planted.ts'

test('one to ten new canteens of the demonstration are proven best, from points all over its streets', async () => {
  const city = builtCity(), question = fillQuestion(city.catalogue, { category: 'canteen', limit: { minutes: 10 } })
  const candidates = networkPoints(city, -1, 150).positions.map((position, k) => ({
    id: `p${k}`, costYuan: null,
    overlay: { ...emptyOverlay, added: [{ id: `s-p${k}`, name: '', category: 'canteen', position, admission: { audience: 'everyone' as const, minAge: null, maxAge: null, onlyAreas: [] }, capacity: { seats: null, spareSeats: null, squareMetres: null } }] },
  }))
  const wish = { objective: 'maxCover', k: 10, targetShare: null, locked: [], excluded: [], budgetYuan: null, landWeight: 0, countsSeats: false } as const
  const found = answerSiting(city, emptyOverlay, question, candidates, wish, { ...patientHooks, exact: await highsSolver() })
  expect([candidates.length > 300, found.proven, found.curve.map(({ k, proven }) => [k, proven])]).toEqual([true, true, Array.from({ length: 10 }, (_, k) => [k + 1, true])])
  expect(found.after.residentsCovered).toBe(found.before.residentsCovered + found.value)
  const gains = found.curve.map(({ value }, k) => value - (found.curve[k - 1]?.value ?? 0))
  expect(Math.min(...gains)).toBeGreaterThan(0)
}, 60_000)
