import type { Id } from '../../../kernel/id.ts'

export type InventoryId = Id<'inventory'>
export type DeskId = Id<'desk'>
export type ModelId = Id<'model'>
export type UnitId = Id<'unit'>
export type RequestId = Id<'loan-request'>
export type LineId = Id<'loan-line'>
export type AgreementId = Id<'agreement'>
export type PlaceId = Id<'place'>
