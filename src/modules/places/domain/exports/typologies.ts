/** The codes of typologies that the vocabulary of data.inclusion knows: no other leaves the directory. DIR-16. */
const CODES =
  'ACI ACIPHC AFPA AI ASE ASSO ASSO_CHOMEUR Autre AVIP BIB CAARUD CADA CAF CAP_EMPLOI CAVA CC CCAS CCONS CD CDAS CFP ' +
  'CHRS CHU CIAS CIDFF CITMET CMP CMS CPAM CPH CS CSAPA CSC DEETS DEPT DIPLP E2C EA EATT EI EITI ENM EPCI EPI EPIDE ' +
  'EPN ES ESAT ESS ETTI EVS FABLAB FABRIQUE FAIS FT GEIQ HUDA LA_POSTE MDE MDH MDEF MDPH MDS MJC ML MQ MSA MSAP MUNI ' +
  'OACAS ODC OF OIL OPCS PAD PENSION PI PIJ_BIJ PIMMS PJJ PLIE PREF PREVENTION REG RELAIS_LECTURE RESSOURCERIE RFS ' +
  'RS_FJT SCP SPIP TIERS_LIEUX UDAF'

const KNOWN: ReadonlyMap<string, string> = new Map(CODES.split(' ').map((code) => [code.toUpperCase(), code]))

/** The codes among these that are known, as the vocabulary writes them, each once. */
export function knownTypologies(typologies: readonly string[]): string[] {
  return [...new Set(typologies.flatMap((code) => KNOWN.get(code.trim().toUpperCase()) ?? []))]
}
