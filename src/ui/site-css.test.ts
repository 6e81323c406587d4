import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'

async function built(sheet: string): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: { write: false, rollupOptions: { input: new URL(sheet, import.meta.url).pathname } },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  const css = outputs.find((file) => file.fileName.endsWith('.css'))
  return css?.type === 'asset' ? String(css.source) : ''
}

test('the site’s sheet weighs at most 10 KB gzipped, and asks nothing of another server', async () => {
  const css = await built('./site.css')
  expect(css).toContain('.masthead')
  expect(gzipSync(css).byteLength).toBeLessThanOrEqual(10 * 1024)
  expect(css).not.toMatch(/url\(|@import|https?:/)
})
