import './older.ts'
import { createApp, effectScope } from 'vue'
import { createClient } from '../api/client.ts'
import FindApp from './FindApp.vue'
import { openDrawer } from './kept.ts'
import { watchfulFetch } from './offline/connection.ts'
import { createFind, findKey } from './state.ts'
import '../style/tokens.css'
import './style/base.css'

const client = createClient(watchfulFetch((input, init) => fetch(input, init)))
const find = effectScope(true).run(() => createFind({ client, drawer: openDrawer(), location, history }))
if (find) {
  window.addEventListener('popstate', find.arrive)
  createApp(FindApp).provide(findKey, find).mount('#find')
}
