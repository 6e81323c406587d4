import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Site } from './site.ts'

interface DocumentProps {
  site: Site
  title: string
  /** The page answers a refused form: its title begins with « Erreur ». */
  failed?: boolean | undefined
  frame: 'public' | 'member'
  /** Sheets of this page only (the map). */
  styles?: readonly string[] | undefined
  /** Tags for the head: description, canonical address, feeds. */
  head?: Child
  children: Child
}

/** The outer HTML: language, title « Page — Réseau », sheets, skip link. */
export function Document({ site, title, failed, frame, styles = [], head, children }: DocumentProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${failed ? 'Erreur : ' : ''}${title} — ${site.name}`}</title>
          <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
          {[...site.styles, ...styles].map((href) => (
            <link rel="stylesheet" href={href} />
          ))}
          {site.themeHref && <link rel="stylesheet" href={site.themeHref} />}
          {site.scripts.map((src) => (
            <script type="module" src={src} />
          ))}
          {head}
        </head>
        <body class={`frame frame-${frame}`}>
          <a class="skip-link" href="#contenu">
            Aller au contenu
          </a>
          {children}
        </body>
      </html>
    </>
  )
}
