/** What is stuck on a unit: its code, and in clear its number and its owner. EQP-1301. */
export interface PrintedLabel {
  readonly token: string
  readonly assetNumber: string
  readonly modelName: string
  readonly owner: string
}
