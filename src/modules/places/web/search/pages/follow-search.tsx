import type { View } from '../../../../../platform/http/page.tsx'
import { opensTo } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { type Listing, listingQuery } from '../../directory/listing.ts'
import { policy } from '../../policy.ts'
import { searchPaths } from '../search.paths.ts'

/** The same question later: kept under a name by whoever is signed in, followed by a program. DIR-65. */
export function FollowSearch({ view, listing }: { view: View; listing: Listing }) {
  const { base } = view.network
  const query = listingQuery({ ...listing, page: 1 })
  return (
    <>
      {opensTo(view, policy.keepSearches) && query !== '' && (
        <Folded title="Garder cette recherche">
          <Form action={searchPaths.searches(base)}>
            <input type="hidden" name="recherche" value={query} />
            <TextField
              name="nom"
              label="Nom de la recherche"
              hint="Pour la retrouver, et en partager le lien"
              width="medium"
            />
            <Button look="plain">Garder cette recherche</Button>
          </Form>
        </Folded>
      )}
      <p class="muted">
        Suivre les changements de cette liste : <a href={searchPaths.rss(base, query)}>flux RSS</a>,{' '}
        <a href={searchPaths.json(base, query)}>flux JSON</a>.
      </p>
    </>
  )
}
