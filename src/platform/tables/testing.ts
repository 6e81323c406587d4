import { storedZip } from '../files/zip.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = ['office', 'table', 'text']
  .map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`)
  .concat(`xmlns:draw="${OASIS}:drawing:1.0"`)
  .join(' ')

/** The `content.xml` of an OpenDocument file: what stands in its body, a spreadsheet unless told. */
export function openDocumentContent(body: string, kind = 'spreadsheet'): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`
}

/** An OpenDocument spreadsheet of that content, with other parts by name. */
export function openDocumentFile(content: string, others: Record<string, string> = {}) {
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': content,
    ...others,
  }
  const encoder = new TextEncoder()
  return storedZip(new Map(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)])))
}

/** Sheets of texts without markup, as `workbookOf` takes them. */
export function openDocumentOf(
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[],
): ReturnType<typeof openDocumentFile> {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
  const drawn = sheets.map(
    ({ name, rows }) =>
      `<table:table table:name="${name}">${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`,
  )
  return openDocumentFile(openDocumentContent(drawn.join('')))
}
