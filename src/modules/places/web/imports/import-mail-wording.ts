interface About {
  source: string
  network: string
  address: string
}

/** To the officers: the file of a source could not be fetched, three times in a row. */
export function harvestFailedMail({ source, network, failure, address }: About & { failure: string }) {
  return {
    subject: `La récolte de « ${source} » échoue`,
    body: `Bonjour,

Le fichier de la source « ${source} » n’a pas pu être lu, trois fois de suite. Les lieux de l’annuaire restent tels qu’ils sont.

${failure}

Voir cette source et son adresse :
${address}

${network}
`,
  }
}

/** To the officers: a harvest was read, and waits for somebody before it is published. */
export function harvestWaitsMail({ source, network, because, address }: About & { because: string }) {
  return {
    subject: `La récolte de « ${source} » attend votre accord`,
    body: `Bonjour,

Le fichier de la source « ${source} » a été lu, et rien n’en est publié : nous préférons que vous le regardiez d’abord.

${because}

Lire le rapport et décider :
${address}

${network}
`,
  }
}
