import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import AbsentView from './views/AbsentView.vue'
import PlanView from './views/PlanView.vue'

export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: (to) => ({ path: '/plan', query: to.query }) },
  { path: '/plan', name: 'plan', component: PlanView },
  { path: '/:rest(.*)*', name: 'absent', component: AbsentView },
]

export const appRouter = () => createRouter({ history: createWebHistory(), routes })
