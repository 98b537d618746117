import type { RegisterCode } from '../../model/registerList.ts'
import { actWords } from './act.ts'
import { buildWords } from './build.ts'
import { governWords } from './govern.ts'
import { narrativeWords } from './narratives.ts'
import type { RegisterWords } from './register-words.ts'
import { shareWords } from './share.ts'
import { trainWords } from './train.ts'
import { twoNewGovernWords, twoNewTrainWords } from './twoNew.ts'

/** Words of every register. */
export const registerWords: Readonly<Partial<Record<RegisterCode, RegisterWords>>> = { ...governWords, ...shareWords, ...trainWords, ...actWords, ...buildWords, ...twoNewGovernWords, ...twoNewTrainWords, ...narrativeWords }
