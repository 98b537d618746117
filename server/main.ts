import './node-version.ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errorSentence } from '../geodata/words/errors.ts'
import { parseEnvironment, StartError, type Environment } from './environment.ts'
import { plantDemo, usualSeed } from './plant.ts'
import { startServing, type Serving } from './serve.ts'
import { databasePath, openStore } from './store/open-store.ts'
import { StoreError } from './store/store-error.ts'

/** `npm start`: one process that serves the app and the API; plants the demonstration city when there is no database. */
try {
  const serving = await start(parseEnvironment(process.env))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void serving.close().then(() => process.exit(0)) })
} catch (error) {
  if (!(error instanceof StartError) && !(error instanceof StoreError)) throw error
  for (const language of ['zh', 'en'] as const) console.error(errorSentence(error.code, error.details, language))
  process.exit(1)
}

async function start(environment: Environment): Promise<Serving> {
  const path = databasePath(environment.dataFolder)
  const fresh = !existsSync(path)
  const store = await openStore(path)
  if (fresh || (await store.identity()) === null) {
    say('还没有数据库，正在种一座示意城市', 'no database yet, planting the demonstration city')
    const { added } = await plantDemo(store, { seed: usualSeed, replace: false, actor: 'npm start' })
    say(`种好了：${added.building} 栋楼、${added.street} 条路、${added.facility} 处设施`, `planted: ${added.building} buildings, ${added.street} streets, ${added.facility} sites`)
  }
  const webFolder = fileURLToPath(new URL('../dist', import.meta.url))
  const serving = await startServing({ environment, path, store, webFolder: existsSync(webFolder) ? webFolder : null })
  say(`正在 ${serving.address} 提供服务，数据在 ${environment.dataFolder}`, `listening on ${serving.address}, data in ${environment.dataFolder}`)
  const ready = await serving.ready
  say(`可以用了：${ready.city ?? '（空）'}，${ready.buildings} 栋楼`, 'ready')
  return serving
}

function say(zh: string, en: string): void {
  console.error(`· ${zh} ${en}`)
}
