export const routes = {
  privacy: '/vie-privee',
  newRequest: '/vie-privee/demande',
  requestSent: '/vie-privee/demande-envoyee',
  request: '/vie-privee/demande/:jeton',
  certificate: '/vie-privee/attestation/:id',
  certificatePdf: '/vie-privee/attestation/:id/pdf',
  ownData: '/compte/donnees',
  ownDataFile: '/compte/donnees.json',
  ownRequest: '/compte/donnees/demande',
  sharing: '/compte/diffusion',
  desk: '/reglages/vie-privee',
  deskRequest: '/reglages/vie-privee/demandes/:id',
  extension: '/reglages/vie-privee/demandes/:id/prolongation',
  answer: '/reglages/vie-privee/demandes/:id/reponse',
  export: '/reglages/vie-privee/demandes/:id/donnees.json',
  erasure: '/reglages/vie-privee/demandes/:id/effacement',
  retention: '/reglages/vie-privee/conservation',
} as const

const deskRequest = (base: string, id: string) => `${base}${routes.desk}/demandes/${id}`

/** `base`: the network's prefix, or its whole address in a mail. */
export const paths = {
  privacy: (base: string) => `${base}${routes.privacy}`,
  newRequest: (base: string) => `${base}${routes.newRequest}`,
  requestSent: (base: string) => `${base}${routes.requestSent}`,
  request: (base: string, token: string) => `${base}${routes.newRequest}/${token}`,
  certificate: (base: string, id: string) => `${base}/vie-privee/attestation/${id}`,
  certificatePdf: (base: string, id: string) => `${base}/vie-privee/attestation/${id}/pdf`,
  ownData: (base: string) => `${base}${routes.ownData}`,
  ownDataFile: (base: string) => `${base}${routes.ownDataFile}`,
  ownRequest: (base: string) => `${base}${routes.ownRequest}`,
  sharing: (base: string) => `${base}${routes.sharing}`,
  desk: (base: string, page?: number) => `${base}${routes.desk}${page ? `?page=${page}` : ''}`,
  deskRequest,
  extension: (base: string, id: string) => `${deskRequest(base, id)}/prolongation`,
  answer: (base: string, id: string) => `${deskRequest(base, id)}/reponse`,
  export: (base: string, id: string) => `${deskRequest(base, id)}/donnees.json`,
  erasure: (base: string, id: string) => `${deskRequest(base, id)}/effacement`,
  retention: (base: string) => `${base}${routes.retention}`,
  /** Pages of the facilitators' directory, which reads the choices made here. */
  directory: (base: string) => `${base}/animateurs`,
  ownCard: (base: string) => `${base}/compte/fiche-animateur`,
}
