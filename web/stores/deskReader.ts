import { defineStore } from 'pinia'
import { watch } from 'vue'
import { useDeskConflictStore } from './deskConflict.ts'
import { useDeskDraftStore } from './deskDrafts.ts'
import { useDeskHistoryStore } from './deskHistory.ts'
import { useDeskReportStore } from './deskReports.ts'
import { useDeskOpenStore } from './deskOpen.ts'
import { useDeskRowStore } from './deskRows.ts'
import { useDeskSaveStore } from './deskSaves.ts'
import { useDeskStepStore } from './deskSteps.ts'
import { useSessionStore } from './session.ts'

/** What one reader was shown, typed or can undo must not stand there for the next. The same account logging in again finds everything as it was. */
export const useDeskReaderStore = defineStore('deskReader', () => {
  const session = useSessionStore()
  const kept = [useDeskDraftStore(), useDeskHistoryStore(), useDeskReportStore(), useDeskRowStore(), useDeskSaveStore(), useDeskStepStore()]
  const conflict = useDeskConflictStore()
  const open = useDeskOpenStore()
  watch(() => session.reader, (_now, before) => {
    if (before === null) return
    for (const store of kept) store.clear()
    conflict.close()
    void open.open(null)
  }, { flush: 'sync' })
  return {}
})
