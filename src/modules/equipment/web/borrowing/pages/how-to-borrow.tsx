import type { View } from '../../../../../platform/http/page.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { borrowingPaths } from '../borrowing.paths.ts'
import type { Shelf } from '../shelf.ts'

/** For whoever looks without an account: what it takes, whom to ask. EQP-108. */
export function HowToBorrow({ view, shelf }: { view: View; shelf: Pick<Shelf, 'inventories'> }) {
  return (
    <Notice state="info" title="Pour emprunter : il faut une convention avec le réseau">
      {shelf.inventories.map(({ name, contact }) => (
        <p>
          {name} : {contact ? `écrivez à ${contact}.` : 'écrivez à la tête de réseau.'}
        </p>
      ))}
      <p>
        Votre structure en a une ?{' '}
        <a href={borrowingPaths.catalogue(view.network.base)}>Connectez-vous pour demander un prêt</a>
      </p>
    </Notice>
  )
}
