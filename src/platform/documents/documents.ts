import type { Instant } from '../../kernel/instant.ts'
import { typographyOfData } from '../../kernel/typography.ts'
import { PdfThread } from '../pdf-thread.ts'
import { root } from '../root.ts'

export interface DocumentRequest {
  /** Path of the Typst template from the project's root. */
  template: string
  /** Read by the template as `json(bytes(sys.inputs.data))`: text, never markup, set in French typography. */
  data: unknown
  /** Same data and same instant give the same bytes. */
  createdAt: Instant
  /** One standard per file: `a-2a` to archive, `ua-1` to check accessibility. */
  standard: 'a-2a' | 'ua-1'
}

/** Compiles Typst templates, in a thread of its own. */
export class Documents {
  readonly #thread = new PdfThread<{ request: object }>('src/platform/documents/typst-worker.ts', { root })

  pdf(request: DocumentRequest): Promise<Uint8Array> {
    return this.#thread.ask({ request: { ...request, data: JSON.stringify(typographyOfData(request.data)) } })
  }

  stop(): Promise<void> {
    return this.#thread.stop()
  }
}
