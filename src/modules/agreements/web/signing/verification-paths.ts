export const verificationAddresses = {
  form: '/verification',
  answer: '/verification/:empreinte',
} as const

export const verificationPaths = {
  form: (base: string) => `${base}/verification`,
  answer: (base: string, sha256: string) => `${base}/verification/${sha256}`,
}
