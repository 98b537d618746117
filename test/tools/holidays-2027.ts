import type { HolidayYear } from '../../geodata/model/holidays.ts'

/** An arrangement as it might be; that of 2027 was not published when this was written. */
export const holidays2027: HolidayYear = {
  year: 2027, source: '试验用安排', confirmed: false,
  holidays: [
    { code: 'newYear', from: '2027-01-01', to: '2027-01-03' }, { code: 'springFestival', from: '2027-02-05', to: '2027-02-12' }, { code: 'qingming', from: '2027-04-03', to: '2027-04-05' }, { code: 'labourDay', from: '2027-05-01', to: '2027-05-05' },
    { code: 'dragonBoat', from: '2027-06-09', to: '2027-06-09' }, { code: 'midAutumn', from: '2027-09-15', to: '2027-09-15' }, { code: 'nationalDay', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeupDays: ['2027-01-24', '2027-02-20'],
}
