import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Addresses the showing page gives: the built sheets, the theme on show. */
export interface StoryLook {
  styles: readonly string[]
  themeHref?: string | undefined
}

/** One state of one component. `wholePage`: it renders its own document. */
export interface Story {
  name: string
  render: (look: StoryLook) => Html
  wholePage?: boolean | undefined
}
