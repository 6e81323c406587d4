import { defineConfig } from 'vite'

/** What the browser receives: one script, the site's sheet, the map's sheet; islands are loaded when a page has one. */
export default defineConfig({
  base: '/assets/',
  publicDir: false,
  build: {
    outDir: 'dist/client',
    manifest: true,
    target: 'es2020',
    assetsDir: '.',
    // Leaflet's own pictures are never used: our marks are drawn by the sheet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['src/client/main.ts', 'src/ui/site.css', 'src/ui/css/map.css'] },
  },
})
