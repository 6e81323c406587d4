import { Icon } from './icon.tsx'
import type { SupportBannerProps } from './site.ts'

/** On every page seen in somebody's place: whose, what is possible, and the way back. */
export function SupportBanner({ support }: { support: SupportBannerProps | undefined }) {
  if (!support) return null
  const { name, organisation, readOnly, endHref } = support
  return (
    <aside class="support-banner" aria-label="Assistance en cours">
      <div class="support-banner-in">
        <Icon name="person" />
        <p role="status">
          Vous voyez le site comme <strong>{name}</strong> ({organisation}).{' '}
          {readOnly ? 'Lecture seule.' : 'Ce que vous enregistrez porte son nom et le vôtre.'}
        </p>
        <form action={endHref} method="post">
          <button type="submit" class="button button-plain">
            Revenir à mon compte
          </button>
        </form>
      </div>
    </aside>
  )
}
