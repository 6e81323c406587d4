import type { Child } from 'hono/jsx'
import { stories as button } from './button.stories.tsx'
import { stories as charts } from './charts.stories.tsx'
import { stories as choiceField } from './choice-field.stories.tsx'
import { stories as colourField } from './colour-field.stories.tsx'
import { stories as dayGrid } from './day-grid.stories.tsx'
import { Document } from './document.tsx'
import { stories as errorSummary } from './error-summary.stories.tsx'
import { stories as fileField } from './file-field.stories.tsx'
import { stories as filters } from './filters.stories.tsx'
import { stories as form } from './form.stories.tsx'
import { stories as icon } from './icon.stories.tsx'
import { stories as lists } from './lists.stories.tsx'
import { stories as notice } from './notice.stories.tsx'
import { stories as pages } from './pages.stories.tsx'
import { stories as qrCode } from './qr-code.stories.tsx'
import { stories as searchField } from './search-field.stories.tsx'
import type { Html, Story, StoryLook } from './story.ts'
import { sampleSite } from './story-samples.ts'
import { stories as supportBanner } from './support-banner.stories.tsx'
import { stories as table } from './table.stories.tsx'
import { stories as tag } from './tag.stories.tsx'
import { stories as textField } from './text-field.stories.tsx'
import { stories as timeline } from './timeline.stories.tsx'

const GROUPS: readonly { title: string; stories: readonly Story[] }[] = [
  { title: 'Page', stories: pages },
  { title: 'Bouton', stories: button },
  { title: 'Texte', stories: textField },
  { title: 'Choix', stories: choiceField },
  { title: 'Couleur', stories: colourField },
  { title: 'Fichier', stories: fileField },
  { title: 'Recherche', stories: searchField },
  { title: 'Formulaire', stories: form },
  { title: 'Erreurs', stories: errorSummary },
  { title: 'Tableau', stories: table },
  { title: 'Jours', stories: dayGrid },
  { title: 'Listes', stories: lists },
  { title: 'Code à scanner', stories: qrCode },
  { title: 'Filtres', stories: filters },
  { title: 'Messages', stories: notice },
  { title: 'Assistance', stories: supportBanner },
  { title: 'Temps', stories: timeline },
  { title: 'Graphiques', stories: charts },
  { title: 'État', stories: tag },
  { title: 'Icônes', stories: icon },
]

const BASE = '/dev/stories'

interface ListedStory {
  /** One URL segment: `page-convention`. */
  id: string
  group: string
  story: Story
}

export const listedStories: readonly ListedStory[] = GROUPS.flatMap(({ title, stories }) =>
  stories.map((story) => ({ id: slug(`${title} ${story.name}`), group: title, story })),
)

/** The list of stories, as links to their own pages. */
export function renderStoryIndex(look: StoryLook): Html {
  return (
    <StoryDocument title="Composants" look={look}>
      <h1>Composants</h1>
      {GROUPS.map(({ title }) => (
        <>
          <h2>{title}</h2>
          <ul>
            {listedStories
              .filter((listed) => listed.group === title)
              .map(({ id, story }) => (
                <li>
                  <a href={`${BASE}/${id}`}>{story.name}</a>
                </li>
              ))}
          </ul>
        </>
      ))}
    </StoryDocument>
  )
}

/** One story as a whole document, or null when no story has this id. */
export function renderStoryPage(id: string, look: StoryLook): Html | null {
  const found = listedStories.find((listed) => listed.id === id)
  if (!found) return null
  const { group, story } = found
  if (story.wholePage) return story.render(look)
  return (
    <StoryDocument title={`${group} : ${story.name}`} look={look}>
      <h1 class="kicker">
        {group} : {story.name}
      </h1>
      {story.render(look)}
    </StoryDocument>
  )
}

function StoryDocument({ title, look, children }: { title: string; look: StoryLook; children: Child }) {
  return (
    <Document site={sampleSite(look)} title={title} frame="public">
      <div class="page">
        <main class="main" id="contenu">
          {children}
        </main>
      </div>
    </Document>
  )
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
