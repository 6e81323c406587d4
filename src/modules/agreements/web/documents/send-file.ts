import type { AppContext } from '../../../../platform/http/env.ts'

/** A file to be saved under its French name, whatever the browser. */
export function sendFile(
  c: AppContext,
  { name, mediaType, content }: { name: string; mediaType: string; content: Uint8Array },
): Response {
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': mediaType })
}
