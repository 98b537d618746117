import type { BoardAsk } from '../boards/board-ask.ts'
import type { WallMonths } from '../months.ts'
import { numbersOf } from '../numbers.ts'
import type { CountedNumbers } from '../figure.ts'
import type { Told } from './record-list.ts'

/** One area of a subject, with the eight numbers as the wall tells them. */
export type RecordAsk = BoardAsk & { months: WallMonths; numbers: CountedNumbers }

/** The eight numbers of an area on the asked day. */
export const numbersAt = ({ open, day, months, reader }: Pick<RecordAsk, 'open' | 'day' | 'months' | 'reader'>, area: string | null): Promise<CountedNumbers> => numbersOf(open, { area, day, months }, reader)

export const toldOf = ({ value, of, untold, why }: Told): Told => ({ value, of, untold, why })
