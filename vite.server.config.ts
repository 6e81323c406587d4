import { defineConfig } from 'vite'

/** The server as one built program: `node dist/server/server.js`. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rollupOptions: { input: { server: 'src/server.ts' } },
  },
})
