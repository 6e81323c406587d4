import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'
import { Tag } from './tag.tsx'

export const stories: Story[] = [
  {
    name: 'Les six états',
    render: () => (
      <ul>
        <li>
          <Tag state="positive">En vigueur</Tag>
        </li>
        <li>
          <Tag state="warning">À confirmer</Tag>
        </li>
        <li>
          <Tag state="danger">En retard</Tag>
        </li>
        <li>
          <Tag state="info">En instruction</Tag>
        </li>
        <li>
          <Tag state="pending">En attente de signature</Tag>
        </li>
        <li>
          <Tag state="neutral">Échue</Tag>
        </li>
      </ul>
    ),
  },
  { name: 'Mot long', render: () => <Tag state="warning">{LONG_NAME}</Tag> },
]
