import type { RegisterWords } from './register-words.ts'

export const governWords = {
  vacancies: {
    name: { zh: '席位空缺', en: 'Vacant seats' },
    question: { zh: '哪些社区的席位空缺超过 90 天？', en: 'Which seats of which communities have been empty over 90 days?' },
    formula: { zh: '空缺 = 现任委员会的席位 − 有在任者的席位；空缺天数自上一任离任之日起算，无前任的自届期开始之日起算', en: 'Vacant = seats of standing committees − seats with an open tenure; days count from the end of the last tenure, else from the start of the term' },
    answer: { zh: '{seats} 个席位空缺 {vacant} 个，其中 {long} 个超过 {days} 天，在 {places}', en: '{vacant} of {seats} seats are vacant, {long} of them for more than {days} days, in {places}' },
    answerNone: { zh: '{seats} 个席位均无超过 {days} 天的空缺', en: 'None of {seats} seats has been vacant for more than {days} days' },
    headlines: { vacant: { name: { zh: '空缺席位', en: 'Vacant seats' }, of: { zh: '全部席位', en: 'all seats' } }, vacantLong: { name: { zh: '空缺超 90 天', en: 'Vacant over 90 days' }, of: { zh: '空缺席位', en: 'vacant seats' } } },
    columns: { seatNumber: { zh: '席位号', en: 'seat' }, lastUnit: { zh: '上一任所在单位', en: 'last unit' }, vacantSince: { zh: '空缺起始', en: 'vacant since' }, vacantDays: { zh: '空缺天数', en: 'days' } },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>
