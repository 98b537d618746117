import './node-version.ts'
import './private-files.ts'
import './allocator.ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errorSentence } from '../geodata/words/errors.ts'
import { parseEnvironment, StartError, type Environment } from './environment.ts'
import { accountLines, settleAccounts } from './first-accounts.ts'
import { isLoopbackName } from './http/host.ts'
import { plantDemo, seedCatalogue, usualSeed } from './plant.ts'
import { servePublic } from './public/serve-public.ts'
import { startServing, type Serving } from './serve.ts'
import { openAccounts } from './store/open-accounts.ts'
import { databasePath, openStore } from './store/open-store.ts'
import { publicMark } from './store/public-mark.ts'
import { StoreError } from './store/store-error.ts'
import type { Store } from './store/store.ts'

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
  const webFolder = builtWeb()
  if (environment.publicFile !== null) return announced(environment, await servePublic({ environment, file: environment.publicFile, webFolder, say }))
  const path = databasePath(environment.dataFolder)
  if (publicMark(path) !== null) throw new StartError('publicFileHere', { path })
  const store = await openStore(path)
  const planted = (await store.identity()) === null && (await plant(store))
  if (!planted && (await store.completeCatalogue(seedCatalogue))) say('目录按新版补充了缺少的行', 'the catalogue was completed with the rows of this release')
  await settle(path, store, planted)
  return announced(environment, await startServing({ environment, path, store, webFolder, cityReplaced: () => settle(path, store, false) }))
}

/** Null: nothing was built. */
function builtWeb(): string | null {
  const folder = fileURLToPath(new URL('../dist', import.meta.url))
  return existsSync(folder) ? folder : null
}

async function announced(environment: Environment, serving: Serving): Promise<Serving> {
  warnOf(environment)
  say(`正在 ${serving.address} 提供服务，数据在 ${environment.dataFolder}`, `listening on ${serving.address}, data in ${environment.dataFolder}`)
  const ready = await serving.ready
  say(`可以用了：${ready.city ?? '（空）'}，${ready.buildings} 栋楼`, 'ready')
  return serving
}

/** What someone who opens the server to others should know. */
function warnOf({ host, publicUrl, tls, proxy, publicFile }: Environment): void {
  if (isLoopbackName(host)) return
  if (!tls && !proxy && publicFile === null) {
    say('别的机器可以访问，但没有加密：口令会明文传输，请设 TLS_CERT 和 TLS_KEY，或放在 https 代理之后并设 LINLI_PROXY=1', 'other machines can reach this server in plain http: passwords travel unprotected; set TLS_CERT and TLS_KEY, or put an https proxy before it and set LINLI_PROXY=1')
  }
  if (new URL(publicUrl).hostname === host) say('只能用数字地址访问；要用名字，请设 PUBLIC_URL', 'this server answers to numbers only; to be reached by a name it needs PUBLIC_URL')
}

/** Whoever starts it can log in. */
async function settle(path: string, store: Store, planted: boolean): Promise<void> {
  const accounts = openAccounts(path, (error) => { console.error(error) })
  try {
    for (const line of accountLines(await settleAccounts(accounts, store, { planted }))) console.error(`· ${line}`)
  } finally {
    accounts.close()
  }
}

/** Whether it was this process that did. Another one may be planting, or importing, at this very moment: whose city comes first stays. */
async function plant(store: Store): Promise<boolean> {
  say('还没有数据库，正在种一座示意城市', 'no database yet, planting the demonstration city')
  for (;;) {
    try {
      const { added } = await plantDemo(store, { seed: usualSeed, replace: false, actor: 'npm start' })
      say(`种好了：${added.building} 栋楼、${added.street} 条路、${added.facility} 处设施`, `planted: ${added.building} buildings, ${added.street} streets, ${added.facility} sites`)
      return true
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      if (error.code === 'demoRefused' || error.code === 'realRefused') {
        say('另一个程序已经写入了城市', 'another process has put a city in')
        return false
      }
      if (error.code !== 'databaseBusy') throw error
      say('另一个程序正在写数据库，等它写完', 'another process is writing to the database, waiting')
    }
  }
}

function say(zh: string, en: string): void {
  console.error(`· ${zh} ${en}`)
}
