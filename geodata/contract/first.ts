import { basket } from './basket.ts'
import { coverage, gaps, states } from './coverage.ts'
import { jobCancel, jobList, jobRead, jobResult } from './jobs.ts'
import { area, areas, categories, meta, standards } from './meta.ts'
import { search } from './search.ts'
import { logIn, logOut, passwordChange, sessionRead } from './session.ts'

/** The exchanges of the first page: whoever imports these does not carry the schemas of all the others (all.ts). */
export const exchanges = { meta, areas, area, categories, standards, coverage, gaps, states, basket, search, sessionRead, logIn, logOut, passwordChange, jobList, jobRead, jobCancel, jobResult } as const
