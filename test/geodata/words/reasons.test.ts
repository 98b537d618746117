import { expect, test } from 'vitest'
import { reasonSentence } from '../../../geodata/words/reasons.ts'

const details = { category: '餐馆', group: '全体居民', name: '', metres: 663, minutes: 11, missesByMetres: 63 }

test('a nearest site without a name is called by its category', () => {
  expect(reasonSentence('noneInReach', { admits: true, isOpen: null }, null, null, details, 'zh')).toBe('范围内没有餐馆。能去的最近一处：未命名的餐馆，663 米，约 11 分钟，超出上限 63 米。')
})

test('a site with a name keeps it', () => {
  expect(reasonSentence('noneInReach', { admits: true, isOpen: null }, null, null, { ...details, name: '北园餐厅' }, 'zh')).toContain('最近一处：北园餐厅，')
})

test('a building off the streets has no nearest site in its sentence', () => {
  expect(reasonSentence('notConnected', { admits: true, isOpen: null }, null, null, details, 'zh')).toBe('楼前未接入路网。')
})

test('a site shut at the hour is named, then where else one could go, and never a shut one as if it were open', () => {
  const far = { ...details, name: '北园餐厅' }, shut = { name: '' }
  expect(reasonSentence('closedAtThisHour', { admits: true, isOpen: true }, null, shut, far, 'zh')).toBe('附近有，此时不开。未命名的餐馆关着；此时开着的最近一处：北园餐厅，663 米，约 11 分钟，超出上限 63 米。')
  expect(reasonSentence('closedAtThisHour', { admits: true, isOpen: false }, null, { name: '北园餐厅' }, far, 'zh')).toBe('附近有，此时不开。北园餐厅关着，别处也都不开。')
  expect(reasonSentence('noneInReach', { admits: true, isOpen: false }, null, null, far, 'zh')).toBe('范围内没有餐馆。最近一处：北园餐厅，663 米，约 11 分钟，此时不开。')
  expect(reasonSentence('closedAtThisHour', { admits: true, isOpen: true }, null, { name: 'Noon' }, { ...far, group: 'all residents' }, 'en')).toMatch(/^Near, but closed now\. Noon is closed\. Nearest that is open: /)
})
