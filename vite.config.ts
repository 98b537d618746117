import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { configDefaults, defineConfig } from 'vitest/config'
import { pressed } from './server/brotli.ts'
import { findWorker } from './server/find-worker.ts'
import { isFinderPath, frontPage } from './server/http/pages.ts'
import { notices } from './server/notices.ts'

/** `npm run dev` runs the server beside Vite, on the same PORT. */
const api = `http://127.0.0.1:${process.env['PORT'] ?? '8787'}`

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** While developing, addresses of the finder get its page as they do from the server. */
const finderPages: Plugin = {
  name: 'linli-finder-pages',
  configureServer(vite) {
    vite.middlewares.use((request, response, next) => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://page')
      if (pathname === '/') {
        response.writeHead(302, { location: frontPage(search) }).end()
        return
      }
      // Sources of the finder lie below /find too, under names with an ending.
      if (isFinderPath(pathname) && !/\.(?:ts|vue|css|js)$/.test(pathname)) request.url = `/find.html${search}`
      next()
    })
  },
}

export default defineConfig({
  root: 'web',
  plugins: [vue(), finderPages, notices(here('.')), findWorker(here('.')), pressed()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    // The finder runs on old telephones (Chromium 87); what both pages share is built once, for the older. Named as 92: below it every ?. is spelt out for
    // the sake of ?.f(...all), which leaves a fifth of Vue unshaken (15 kB on the first page). test/browser/bundle.test.ts holds that nothing of 88 to 92 is in the finder.
    target: ['chrome92', 'firefox114', 'safari16.4'],
    rolldownOptions: {
      input: { main: here('web/index.html'), find: here('web/find.html') },
      // What the first page needs in any case is one file of it, however many later views use it too: a dozen files of half a kilobyte compress badly.
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'common', test: /web[\\/](?:parts[\\/](?:ChoiceField|FoldMenu|NoticeLine)|stores[\\/](?:answer|areas|basemaps|city|gaps|question|query|scenario|table|trial)\.ts|plan[\\/]steps\.ts|composables[\\/](?:asked|names|slow|useApi|viewAddress|words)\.ts|api[\\/](?:key|keep)\.ts|(?:text[\\/]problem|stores[\\/](?:basket|camera|jobs|live|selection|session|spot))\.ts)|geodata[\\/]contract[\\/](?:areas|basemaps|basket|coverage|first|jobs|live|roles|search|session)\.ts/ }] } },
    },
    // The content policy allows fonts from our own origin only, so no slice may become a data: address.
    assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined),
    chunkSizeWarningLimit: 1200,
  },
  // Not all of /api: the web's own folder web/api is served under that name while developing.
  // The server is told the address of the page (Host), which must be that of Origin for it to take a log-in.
  server: { proxy: { '^/api(/v1/|/page/|/openapi\\.json|$)': { target: api, changeOrigin: false }, '/tiles': { target: api, changeOrigin: false } } },
  worker: { format: 'es' },
  test: {
    root: '.',
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      // Serving changes what is global (Response), and so does a page: each of these files has a process of its own.
      { extends: true, test: { name: 'floors', include: ['test/{server,web}/**/*.test.ts'] } },
      // What is pure shares two processes, one file after another: they read the sources once and grow the demonstration once.
      { extends: true, test: { name: 'ground', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, 'test/{browser,server,web}/**'], isolate: false } },
    ],
  },
})
