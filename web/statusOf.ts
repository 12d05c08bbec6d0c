import type { Refusal, RefusalCode } from '../domain/refusal.ts';

const STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  NOT_FOUND: 404,
  MANAGER_REQUIRED: 403,
  VALIDATION: 422,
  PERSONAL_LINE_REQUIRED: 422,
  WORDING_REFUSED: 422,
  ALLOCATION_EXCEEDS: 422,
  CURRENCY_MISMATCH: 422,
  EVIDENCE_REQUIRED: 422,
};

/** The HTTP status of a refusal; what depends on the state of the case is a conflict. */
export const statusOf = ({ code }: Refusal): number => STATUS[code] ?? 409;
