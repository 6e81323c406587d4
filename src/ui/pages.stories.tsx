import type { Story } from './story.ts'
import { agreementPage } from './story-pages/agreement.tsx'
import { boardPage } from './story-pages/board.tsx'
import { confirmationPage } from './story-pages/confirmation.tsx'
import { homePage } from './story-pages/home.tsx'
import { listPage } from './story-pages/list.tsx'
import { longFormPage } from './story-pages/long-form.tsx'
import { menuPage } from './story-pages/menu.tsx'
import { placePage } from './story-pages/place.tsx'

/** Whole pages, to judge the system as a whole. */
export const stories: Story[] = [
  { name: 'Accueil', render: homePage, wholePage: true },
  { name: 'Liste', render: listPage, wholePage: true },
  { name: 'Lieu', render: placePage, wholePage: true },
  { name: 'Convention', render: agreementPage, wholePage: true },
  { name: 'Aujourd’hui', render: boardPage, wholePage: true },
  { name: 'Long formulaire', render: longFormPage, wholePage: true },
  { name: 'Confirmation', render: confirmationPage, wholePage: true },
  { name: 'Menu', render: menuPage, wholePage: true },
]
