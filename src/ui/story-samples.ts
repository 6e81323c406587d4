import { day } from '../kernel/day.ts'
import type { MemberSite, Site } from './site.ts'
import type { StoryLook } from './story.ts'

/** The day of every story. */
export const TODAY = day('2026-06-05')

/** 90 characters: no layout may break on it. */
export const LONG_NAME =
  'Maison des services et du numérique intercommunale de Saint-Aubin-des-Landes-sur-la-Vireuse'

export function sampleSite(look: StoryLook): Site {
  return {
    name: 'Réseau des rivages numériques',
    home: '#accueil',
    initials: 'RN',
    themeHref: look.themeHref,
    styles: look.styles,
    scripts: [],
    nav: [
      { label: 'Trouver un lieu', href: '#lieux' },
      { label: 'Agenda', href: '#agenda' },
      { label: 'Le réseau', href: '#reseau' },
      { label: 'Espace membres', href: '#membres' },
    ],
    footer: [
      { label: 'Accessibilité', href: '#accessibilite' },
      { label: 'Vie privée', href: '#vie-privee' },
      { label: 'Données ouvertes', href: '#donnees' },
      { label: 'Nous écrire', href: '#contact' },
    ],
  }
}

const JOBS = [
  'Aujourd’hui',
  'Conventions',
  'Labels',
  'Lieux',
  'Matériel',
  'Agenda',
  'Échanges',
  'Instances',
  'Indicateurs',
  'Réglages',
]

export function sampleMemberSite(look: StoryLook, current: string): MemberSite {
  return {
    ...sampleSite(look),
    jobs: JOBS.map((label) => ({ label, href: `#${label.toLowerCase()}`, current: label === current })),
    menuHref: '#menu',
    actingFor: { name: 'Département des Rivages', switchHref: '#changer' },
    account: { label: 'Mon compte', href: '#compte' },
  }
}
