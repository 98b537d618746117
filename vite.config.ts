import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'
import { notices } from './server/notices.ts'

/** `npm run dev` runs the server beside Vite, on the same PORT. */
const api = `http://127.0.0.1:${process.env['PORT'] ?? '8787'}`

export default defineConfig({
  root: 'web',
  plugins: [vue(), notices(fileURLToPath(new URL('.', import.meta.url)))],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
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
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/browser/**'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
