import type { Edit } from '../../geodata/model/edit.ts'
import type { SentenceDetails } from '../../geodata/words/sentence.ts'
import type { StoreErrorCode } from '../../geodata/words/errors.ts'
import type { EditOutcome } from '../store/store.ts'

/** What the writer is asked. */
export type WriterRequest = { kind: 'edit'; edit: Edit; actor: string }

/** loading: a load of this server holds the database. trouble: the store could not write at all. */
export type WriterResponse = { kind: 'edited'; outcome: EditOutcome } | { kind: 'loading' } | { kind: 'trouble'; code: StoreErrorCode; details: SentenceDetails }
