import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createClient } from './api/client.ts'
import { clientKey } from './api/key.ts'
import App from './App.vue'
import { appRouter } from './router.ts'
import './style/fonts.css'
import './style/tokens.css'
import './style/base.css'

const app = createApp(App)
app.provide(clientKey, createClient((input, init) => fetch(input, init)))
app.use(createPinia())
app.use(appRouter())
app.mount('#app')
