import { spawn } from 'node:child_process'
import { createServer } from 'vite'

/** `npm run dev`: the server on 8787 restarting with its sources, and the web app by Vite with hot reload. */
const server = spawn(process.execPath, ['--watch-path=server', '--watch-path=geodata', '--watch-path=seeds', 'server/main.ts'], { stdio: 'inherit' })
const web = await createServer({ configFile: 'vite.config.ts' })
await web.listen()
web.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.kill('SIGTERM')
    void web.close().then(() => process.exit(0))
  })
}
