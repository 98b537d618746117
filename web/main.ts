import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createClient } from './api/client.ts'
import { clientKey } from './api/key.ts'
import App from './App.vue'
import { appRouter } from './router.ts'
import { giveFontFaces } from './style/faces.ts'
import './style/tokens.css'
import './style/base.css'
import './style/forms.css'
import './style/over.css'

giveFontFaces(document.fonts)
const app = createApp(App)
app.provide(clientKey, createClient((input, init) => fetch(input, init)))
app.use(createPinia())
app.use(appRouter())
app.mount('#app')
