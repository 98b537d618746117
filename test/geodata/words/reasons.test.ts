import { expect, test } from 'vitest'
import { reasonSentence } from '../../../geodata/words/reasons.ts'

const details = { category: '餐馆', group: '全体居民', name: '', metres: 663, minutes: 11, missesByMetres: 63 }

test('a nearest site without a name is called by its category', () => {
  expect(reasonSentence('noneInReach', { admits: true }, null, details, 'zh')).toBe('范围内没有餐馆。能去的最近一处：未命名的餐馆，663 米，约 11 分钟，超出上限 63 米。')
})

test('a site with a name keeps it', () => {
  expect(reasonSentence('noneInReach', { admits: true }, null, { ...details, name: '北园餐厅' }, 'zh')).toContain('最近一处：北园餐厅，')
})

test('a building off the streets has no nearest site in its sentence', () => {
  expect(reasonSentence('notConnected', { admits: true }, null, details, 'zh')).toBe('楼前未接入路网。')
})
