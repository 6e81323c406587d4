import { Icon, iconNames } from './icon.tsx'
import type { Story } from './story.ts'

export const stories: Story[] = [
  {
    name: 'Le jeu complet',
    render: () => (
      <ul class="legend">
        {iconNames.map((name) => (
          <li>
            <Icon name={name} />
            {name}
          </li>
        ))}
      </ul>
    ),
  },
]
