import { SearchForm } from './search-field.tsx'
import type { Story } from './story.ts'

export const stories: Story[] = [
  {
    name: 'Vide',
    render: () => (
      <SearchForm
        action="#lieux"
        label="Que cherchez-vous ?"
        hint="Une commune, un code postal, un besoin ou un nom de lieu."
      />
    ),
  },
  {
    name: 'Avec des mots et un filtre gardé',
    render: () => (
      <SearchForm
        action="#lieux"
        label="Que cherchez-vous ?"
        value="imprimer un papier à Valmer"
        keep={{ label: 'epn' }}
      />
    ),
  },
]
