import type { Child } from 'hono/jsx'
import type { AppContext } from '../../../../platform/http/env.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { PasskeySignIn } from '../factors/pages/passkey-sign-in-page.tsx'
import { proConnectPaths } from '../factors/proconnect-paths.ts'

/** One more way in, drawn under the password and the link; null when it is not open here. `next`: the page asked for. */
type OtherWay = (c: AppContext, next: string) => Child | null

/** In the order of the page. */
export const otherWays: readonly OtherWay[] = [
  ({ var: { network, services } }, next) =>
    services.config.proConnect && (
      <ButtonLink href={proConnectPaths.start(network.base, next)} look="plain">
        S’identifier avec ProConnect
      </ButtonLink>
    ),
  ({ var: { network } }, next) => <PasskeySignIn base={network.base} next={next} look="plain" />,
]
