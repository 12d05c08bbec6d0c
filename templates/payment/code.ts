import { createHash } from 'node:crypto';
import { encode } from 'uqr';
import { epcPayload } from '../../domain/payment/epc.ts';
import type { WordingContext } from '../context.ts';
import { askedOf } from '../words.ts';
import { pngOf } from './png.ts';

/** A picture that travels inside a message; its HTML names it as `cid:<cid>`. */
export type InlineImage = { readonly cid: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** The code to pay what this text asks for today; null where no code can say it (no IBAN, another currency, nothing owed). */
export const paymentCode = (context: WordingContext): InlineImage | null => {
  const { creditor, payment } = context;
  const payload = epcPayload({ ...payment, name: creditor.name, amount: askedOf(context) });
  return payload === null ? null : drawn(payload);
};

const drawn = (payload: string): InlineImage => {
  const { data } = encode(payload, { ecc: 'M', boostEcc: false, maxVersion: 13, border: QUIET });
  const bytes = pngOf(data, SCALE);
  // Named after its content: what was approved is known again, and no mail program mixes up two messages' pictures.
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  return { cid: `pay-${hash}@huitaine`, mediaType: 'image/png', bytes };
};

/** The side of a picture in CSS pixels, from the width in its PNG header. */
export const sideOf = ({ bytes }: InlineImage): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(16) / SHARPNESS;

/** White modules around the code, which it needs on dark ground, too. */
const QUIET = 4;
/** Pixels a module, and how many of them for one that is shown: sharp on good screens and on paper. */
const SCALE = 6;
const SHARPNESS = 2;
