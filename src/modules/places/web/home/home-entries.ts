import type { Context } from '../../../../platform/context.ts'
import type { Policy } from '../../../../platform/session/actor.ts'
import { followsOrientations } from '../../data/orientation/orientation-rule.store.ts'
import { duplicatesPaths } from '../duplicates/duplicates.paths.ts'
import { favouritePaths } from '../favourites/favourites.paths.ts'
import { freshnessPaths } from '../freshness/freshness.paths.ts'
import { geocodingPaths } from '../geocoding/geocoding.paths.ts'
import { sourcePaths } from '../imports/sources.paths.ts'
import { lifePaths } from '../life/life.paths.ts'
import { orientationPaths } from '../orientation/orientation.paths.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { reportPaths } from '../reports/reports.paths.ts'
import { searchPaths } from '../search/search.paths.ts'

/** One way into a part of the directory, shown to those it opens to. */
export interface HomeEntry {
  readonly label: string
  readonly sentence: string
  readonly href: (base: string) => string
  readonly policy: Policy
  /** What the role alone does not say. */
  readonly isOpen?: (context: Context) => Promise<boolean>
}

/** The parts of the directory, what waits for an answer first: one line each. */
export const homeEntries: readonly HomeEntry[] = [
  {
    label: 'Mes lieux',
    sentence: 'Tenir chaque fiche à jour : ce qui lui manque, ses rubriques, qui y travaille.',
    href: (base) => lifePaths.mine(base),
    policy: policy.readKept,
    isOpen: async (context) => !keepsAll(context),
  },
  {
    label: 'Tous les lieux du réseau',
    sentence: 'Chaque fiche, publiée ou non : ce qui lui manque, ses rubriques, qui y travaille.',
    href: (base) => lifePaths.mine(base),
    policy: policy.readKept,
    isOpen: async (context) => keepsAll(context),
  },
  {
    label: 'Fiches à confirmer',
    sentence: 'Dire, chaque fois que c’est attendu, que la fiche de vos lieux est juste.',
    href: freshnessPaths.toConfirm,
    policy: policy.confirm,
  },
  {
    label: 'Erreurs signalées',
    sentence: 'Ce que le public dit de faux sur une fiche : corriger, ou répondre.',
    href: (base) => reportPaths.reports(base),
    policy: policy.readReports,
  },
  {
    label: 'Changements à relire',
    sentence: 'Les noms, adresses et fermetures que des lieux demandent, à accepter ou à refuser.',
    href: lifePaths.awaited,
    policy: policy.readAwaited,
  },
  {
    label: 'Fraîcheur des fiches',
    sentence: 'Qui a confirmé sa fiche, qui est en retard, et ce qui a été fait.',
    href: (base) => freshnessPaths.board(base),
    policy: policy.readFreshness,
  },
  {
    label: 'Ajouter un lieu',
    sentence: 'Un lieu qui n’est pas encore dans l’annuaire.',
    href: lifePaths.create,
    policy: policy.editPlaces,
  },
  {
    label: 'Orienter une personne',
    sentence: 'Quatre questions, puis une fiche à imprimer : où aller, quand, et comment.',
    href: orientationPaths.start,
    policy: policy.readDirectory,
  },
  {
    label: 'Orientations suivies',
    sentence: 'Les personnes orientées qui ont accepté qu’on le demande : sont-elles venues ?',
    href: orientationPaths.followUps,
    policy: policy.followOrientations,
    isOpen: ({ db, network }) => followsOrientations(db, network.id),
  },
  {
    label: 'Trouver un lieu',
    sentence: 'L’annuaire tel que le public le lit, en liste et sur la carte.',
    href: (base) => paths.places(base),
    policy: policy.readDirectory,
  },
  {
    label: 'Mes listes de lieux',
    sentence: 'Les lieux que vous conseillez souvent, à imprimer ou à donner.',
    href: favouritePaths.lists,
    policy: policy.keepFavourites,
  },
  {
    label: 'Recherches gardées',
    sentence: 'Les questions que vous posez souvent à l’annuaire, et leurs liens à partager.',
    href: searchPaths.searches,
    policy: policy.keepSearches,
  },
  {
    label: 'Doublons',
    sentence: 'Les fiches qui parlent peut-être du même lieu : les fusionner, ou dire qu’elles sont deux.',
    href: (base) => duplicatesPaths.queue(base),
    policy: policy.readDuplicates,
  },
  {
    label: 'Points à vérifier',
    sentence: 'Les lieux dont le service d’adresses n’est pas sûr : est-ce bien là ?',
    href: geocodingPaths.points,
    policy: policy.readPoints,
  },
  {
    label: 'Imports de lieux',
    sentence: 'Lire un fichier de lieux, corriger ce qui doit l’être, publier.',
    href: paths.imports,
    policy: policy.readImports,
  },
  {
    label: 'Mes fichiers de lieux',
    sentence: 'Créer ou mettre à jour plusieurs de vos lieux d’un coup, par un fichier que le réseau relit.',
    href: paths.imports,
    policy: policy.submitFiles,
  },
  {
    label: 'Sources',
    sentence: 'Qui nous donne des fichiers de lieux, sous quelle licence, et quand ils sont récoltés.',
    href: sourcePaths.sources,
    policy: policy.readImports,
  },
]

/** Staff keep every place: theirs is the whole list. */
function keepsAll({ actor, network }: Context): boolean {
  return policy.readKept.reach(actor, network.id).kind === 'all'
}
