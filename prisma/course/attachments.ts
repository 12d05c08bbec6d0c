import { sha256 } from '../store.ts';
import type { Picture } from './wording.ts';

/** What travels with a message's text; with a `cid` it is shown inside its HTML. */
export type Attached = {
  readonly filename: string;
  readonly mediaType: string;
  readonly cid: string | null;
  readonly bytes: Uint8Array;
};

/** The same as a column of JSON. */
export type StoredAttachment = Omit<Attached, 'bytes'> & {
  readonly sha256: string;
  readonly size: number;
  readonly base64: string;
};

/** The pictures of a text as they are stored. */
export const picturesStored = (pictures: readonly Picture[]): StoredAttachment[] =>
  pictures.map(({ cid, mediaType, bytes }) => ({
    filename: `${cid.replace(/@.*/, '')}.${mediaType.replace('image/', '')}`,
    mediaType,
    cid,
    sha256: sha256(bytes),
    size: bytes.length,
    base64: Buffer.from(bytes).toString('base64'),
  }));

export const storedAttachments = (column: unknown): readonly Attached[] =>
  (column as readonly StoredAttachment[]).map(({ filename, mediaType, cid, base64 }) => ({
    filename,
    mediaType,
    cid,
    bytes: new Uint8Array(Buffer.from(base64, 'base64')),
  }));

/** The pictures among a draft's or message's attachments. */
export const storedPictures = (column: unknown): readonly Picture[] =>
  storedAttachments(column).flatMap(({ cid, mediaType, bytes }) => (cid === null ? [] : [{ cid, mediaType, bytes }]));

/** What is told of them to who may read, without their bytes. */
export const attachmentsTold = (column: unknown): readonly Omit<StoredAttachment, 'base64'>[] =>
  (column as readonly StoredAttachment[]).map(({ filename, mediaType, cid, sha256: hash, size }) => ({
    filename,
    mediaType,
    cid,
    sha256: hash,
    size,
  }));

/** HTML that shows its pictures without the message around it: each cid as a data address. */
export const withPictures = (html: string, column: unknown): string =>
  (column as readonly StoredAttachment[]).reduce(
    (shown, { cid, mediaType, base64 }) =>
      cid === null ? shown : shown.replaceAll(`cid:${cid}`, `data:${mediaType};base64,${base64}`),
    html,
  );
