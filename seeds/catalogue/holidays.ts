import type { HolidayYear } from '../../geodata/model/holidays.ts'

/** 国务院办公厅关于部分节假日安排的通知, as published for each year. A year that is not here is unknown, not without holidays. */
export const holidays: readonly HolidayYear[] = [
  {
    year: 2025, source: '国办发明电〔2024〕12号，2024-11-12', confirmed: true,
    holidays: [
      { code: 'newYear', from: '2025-01-01', to: '2025-01-01' }, { code: 'springFestival', from: '2025-01-28', to: '2025-02-04' }, { code: 'qingming', from: '2025-04-04', to: '2025-04-06' },
      { code: 'labourDay', from: '2025-05-01', to: '2025-05-05' }, { code: 'dragonBoat', from: '2025-05-31', to: '2025-06-02' }, { code: 'nationalDay', from: '2025-10-01', to: '2025-10-08' },
    ],
    makeupDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026, source: '国务院办公厅，2025-11-04', confirmed: true,
    holidays: [
      { code: 'newYear', from: '2026-01-01', to: '2026-01-03' }, { code: 'springFestival', from: '2026-02-15', to: '2026-02-23' }, { code: 'qingming', from: '2026-04-04', to: '2026-04-06' },
      { code: 'labourDay', from: '2026-05-01', to: '2026-05-05' }, { code: 'dragonBoat', from: '2026-06-19', to: '2026-06-21' }, { code: 'midAutumn', from: '2026-09-25', to: '2026-09-27' },
      { code: 'nationalDay', from: '2026-10-01', to: '2026-10-07' },
    ],
    makeupDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]
