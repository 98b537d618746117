import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import AreaCrumbs from './panels/AreaCrumbs.vue'
import PlanActs from './panels/PlanActs.vue'
import { queryKeys } from './stores/query.ts'
import { useSpeechStore } from './stores/speech.ts'
import AbsentView from './views/AbsentView.vue'
import PlanView from './views/PlanView.vue'
import type { Texts } from './text/zh.ts'

/** The desk brings its own words. */
const desk = async () => {
  const [view, { deskZh }] = await Promise.all([import('./views/DataView.vue'), import('./text/desk.zh.ts')])
  useSpeechStore().learn(deskZh)
  return view
}

/** A view with the words it brings. */
const worded = <V>(view: () => Promise<V>, words: () => Promise<Partial<Texts>>) => async (): Promise<V> => {
  const [shown, texts] = await Promise.all([view(), words()])
  useSpeechStore().learn(texts)
  return shown
}
const heatWords = () => import('./text/heat.zh.ts').then((it) => it.heatZh)
const areaWords = () => import('./text/areaPage.zh.ts').then((it) => it.areaPageZh)
const registerWords = () => import('./text/registers.zh.ts').then((it) => it.registersZh)
const screenWords = async () => {
  // Words of states and of squares are those of the registers.
  const [{ screenZh }, { screenBoardsZh }, { screenEmptyZh }, { screenTourZh }, registersZh, speakZh] = await Promise.all([import('./text/screen.zh.ts'), import('./text/screenBoards.zh.ts'), import('./text/screenEmpty.zh.ts'), import('./text/screenTour.zh.ts'), registerWords(), speakWords()])
  return { ...registersZh, ...screenZh, ...screenBoardsZh, ...screenEmptyZh, ...screenTourZh, ...speakZh }
}
const speakWords = () => import('./text/screenSpeak.zh.ts').then((it) => it.screenSpeakZh)
const scenarioWords = () => import('./text/scenarios.zh.ts').then((it) => it.scenariosZh)
const proposalWords = async () => {
  const [areaPageZh, scenariosZh, { planZh }] = await Promise.all([areaWords(), scenarioWords(), import('./text/plan.zh.ts')])
  return { ...areaPageZh, ...scenariosZh, ...planZh }
}
const taskWords = () => import('./text/tasks.zh.ts').then((it) => it.tasksZh)

/** `way` and `acts` are the view's own parts of the bar: where one is, and what one does with the whole view. */
export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: (to) => ({ path: '/plan', query: to.query }) },
  { path: '/plan', name: 'plan', components: { default: PlanView, way: AreaCrumbs, acts: PlanActs }, meta: { title: 'view.plan', role: 'leader', shares: queryKeys, early: true } },
  { path: '/registers', name: 'registers', components: { default: worded(() => import('./views/RegistersView.vue'), registerWords), way: AreaCrumbs }, meta: { title: 'view.registers', role: 'leader', shares: ['area'] } },
  { path: '/registers/narratives', name: 'narratives', component: worded(() => import('./views/NarrativesView.vue'), registerWords), meta: { title: 'view.registers', role: 'leader', shares: ['area'] } },
  { path: '/registers/:code', name: 'register', components: { default: worded(() => import('./views/RegisterView.vue'), registerWords), way: AreaCrumbs }, meta: { title: 'view.registers', role: 'leader', shares: ['area', 'map'] } },
  { path: '/completeness', name: 'completeness', components: { default: worded(() => import('./views/CompletenessView.vue'), registerWords), way: AreaCrumbs }, meta: { title: 'view.completeness', role: 'public', shares: ['area', 'map'] } },
  { path: '/two-new', name: 'twoNew', components: { default: worded(() => import('./views/TwoNewView.vue'), registerWords), way: AreaCrumbs }, meta: { title: 'view.twoNew', role: 'leader', shares: ['area', 'map'] } },
  { path: '/heat', name: 'heat', component: worded(() => import('./views/HeatView.vue'), heatWords), meta: { title: 'view.heat', role: 'leader', shares: ['area', 'map'] } },
  { path: '/area/:code', name: 'area', component: worded(() => import('./views/AreaView.vue'), areaWords), meta: { title: 'areaPage.title', role: 'leader', shares: [] } },
  { path: '/compare', name: 'compare', component: worded(() => import('./views/CompareView.vue'), areaWords), meta: { title: 'areaPage.compareTitle', role: 'leader', shares: [] } },
  { path: '/proposal', name: 'proposal', component: worded(() => import('./views/ProposalView.vue'), proposalWords), meta: { title: 'proposal.title', role: 'planner', shares: queryKeys } },
  { path: '/scenarios', name: 'scenarios', component: worded(() => import('./views/ScenariosView.vue'), scenarioWords), meta: { title: 'scenarios.title', role: 'planner', shares: ['map'] } },
  { path: '/tasks', name: 'tasks', component: worded(() => import('./views/TasksView.vue'), taskWords), meta: { title: 'view.tasks', role: 'leader', shares: ['area', 'map'] } },
  { path: '/matching', name: 'matching', component: worded(() => import('./views/MatchingView.vue'), taskWords), meta: { title: 'view.matching', role: 'leader', shares: ['area', 'map'] } },
  { path: '/screen', name: 'screen', component: worded(() => import('./screen/ScreenView.vue'), screenWords), meta: { title: 'view.screen', role: 'leader', shares: ['area', 'map', 'base'], bare: true } },
  { path: '/speak', name: 'speak', component: worded(() => import('./screen/speak/SpeakView.vue'), speakWords), meta: { title: 'view.speak', shares: [], bare: true } },
  { path: '/data', name: 'data', component: desk, meta: { title: 'view.data', role: 'editor', shares: ['area', 'category', 'map'] } },
  { path: '/log-in', name: 'logIn', component: () => import('./views/LogInView.vue'), meta: { title: 'view.logIn' } },
  { path: '/:rest(.*)*', name: 'absent', component: AbsentView, meta: { title: 'view.absent' } },
]

export const appRouter = () => createRouter({ history: createWebHistory(), routes })
