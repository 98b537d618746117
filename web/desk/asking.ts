import { computed, watch } from 'vue'
import { useCityStore } from '../stores/city.ts'
import { sheetKind } from './record.ts'
import { useDeskStore } from '../stores/desk.ts'
import { useDeskOpenStore } from '../stores/deskOpen.ts'
import { useDeskReaderStore } from '../stores/deskReader.ts'
import { useDeskRowStore, type RowPut } from '../stores/deskRows.ts'
import { useDeskReportStore, type ReportPut } from '../stores/deskReports.ts'
import { useLiveStore } from '../stores/live.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'

/** Asks for what the desk shows whenever what it rests on changes: filters, the chosen record, the data, the language, who reads. */
export const useDeskAsking = () => {
  const city = useCityStore()
  const desk = useDeskStore()
  const open = useDeskOpenStore()
  const question = useQuestionStore()
  const reports = useDeskReportStore()
  const live = useLiveStore()
  const rows = useDeskRowStore()
  const session = useSessionStore()
  const speech = useSpeechStore()

  useDeskReaderStore()

  /** Codes of the areas that are listed; none: the whole city. */
  const areas = computed<readonly string[]>(() => (question.values.area === null ? session.areas.map((area) => area.code) : [question.values.area]))
  const put = computed<RowPut | null>(() => {
    if (!session.known || session.endedAccount !== null || !session.may('facilityList') || city.revision === null) return null
    const { kind, q, checked } = desk.values
    return { kind, areas: areas.value.length > 0 ? areas.value : [null], category: kind === 'facility' ? question.values.category : null, unchecked: kind === 'facility' && checked === 'old', q, lang: speech.lang, revision: `${city.revision} ${session.reader}` }
  })
  watch(() => JSON.stringify(put.value), () => { if (put.value) void rows.ask(put.value) }, { immediate: true })
  watch(() => JSON.stringify([desk.chosen, put.value?.revision, put.value?.lang]), () => { if (put.value || desk.chosen === null) void open.open(desk.chosen) }, { immediate: true })
  // Of a row named without its sheet the sheet is known once it is there.
  watch(() => open.standing, (now) => {
    if (desk.values.kind === 'entry' && now && 'sheet' in now.record) desk.change({ kind: sheetKind(now.record.sheet) })
  })
  // The number that waits stands beside the other lists. Without a stream they are asked for whenever the city's state is.
  const reported = computed<ReportPut | null>(() => {
    if (!put.value || !session.may('reportList')) return null
    return { areas: put.value.areas, state: reports.state, lang: speech.lang, version: `${live.reports} ${put.value.revision} ${live.standing ? '' : city.answeredAt}` }
  })
  watch(() => JSON.stringify(reported.value), () => { if (reported.value) void reports.ask(reported.value) }, { immediate: true })
  return { areas }
}
