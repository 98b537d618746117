import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import AreaCrumbs from './panels/AreaCrumbs.vue'
import PlanActs from './panels/PlanActs.vue'
import { queryKeys } from './stores/query.ts'
import { useSpeechStore } from './stores/speech.ts'
import AbsentView from './views/AbsentView.vue'
import PlanView from './views/PlanView.vue'

/** The desk brings its own words. */
const desk = async () => {
  const [view, { deskZh }] = await Promise.all([import('./views/DataView.vue'), import('./text/desk.zh.ts')])
  useSpeechStore().learn(deskZh)
  return view
}

/** `way` and `acts` are the view's own parts of the bar: where one is, and what one does with the whole view. */
export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: (to) => ({ path: '/plan', query: to.query }) },
  { path: '/plan', name: 'plan', components: { default: PlanView, way: AreaCrumbs, acts: PlanActs }, meta: { title: 'view.plan', role: 'leader', shares: queryKeys, early: true } },
  { path: '/data', name: 'data', component: desk, meta: { title: 'view.data', role: 'editor', shares: ['area', 'category', 'map'] } },
  { path: '/log-in', name: 'logIn', component: () => import('./views/LogInView.vue'), meta: { title: 'view.logIn' } },
  { path: '/:rest(.*)*', name: 'absent', component: AbsentView, meta: { title: 'view.absent' } },
]

export const appRouter = () => createRouter({ history: createWebHistory(), routes })
