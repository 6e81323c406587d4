import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'
import { SupportBanner } from './support-banner.tsx'

export const stories: Story[] = [
  {
    name: 'Lecture seule',
    render: () => (
      <SupportBanner
        support={{ name: 'Odile Essai', organisation: 'Commune de Valmer', readOnly: true, endHref: '#fin' }}
      />
    ),
  },
  {
    name: 'Nom long, avec le droit d’enregistrer',
    render: () => (
      <SupportBanner
        support={{ name: 'Odile Essai', organisation: LONG_NAME, readOnly: false, endHref: '#fin' }}
      />
    ),
  },
]
