import type { Request, RequestHandler, Response } from 'express';
import type { ApiDependencies } from '../api/ports.ts';
import type { Day } from '../domain/day.ts';
import { dayAt } from '../domain/instant.ts';
import type { DeskCreditor } from '../prisma/desk/creditors.ts';
import { readCookie } from './cookies.ts';
import { formatsFor, type Formats } from './formats.ts';
import { languageOf, wordsOf, type Language } from './language.ts';
import type { Session } from './session.ts';
import type { Words } from './words/en/en.ts';

/** How a page speaks to its reader. */
export type Reader = {
  readonly language: Language;
  readonly words: Words;
  /** This page, for coming back to it. */
  readonly path: string;
  /** Single keys do something; a person may switch them off. */
  readonly keys: boolean;
};

/** A request of somebody who is signed in. */
export type Visit = Reader & {
  readonly deps: ApiDependencies;
  readonly session: Session;
  readonly creditor: DeskCreditor;
  /** Where the key is bound to no creditor: all of them. */
  readonly creditors: readonly DeskCreditor[];
  readonly formats: Formats;
  /** Business time. */
  readonly now: number;
  readonly today: Day;
};

export type Handler = (visit: Visit, request: Request, response: Response) => Promise<void>;

/** Makes a route of a handler: who isn't signed in doesn't get there. */
export type On = (handler: Handler) => RequestHandler[];

export const readerOf = (request: Request): Reader => {
  const cookies = request.get('cookie');
  const language = languageOf(readCookie(cookies, 'language'), request.get('accept-language'));
  const path = request.method === 'GET' ? request.originalUrl : '/';
  return { language, words: wordsOf(language), path, keys: readCookie(cookies, 'keys') !== 'off' };
};

export const visitOf = async (
  deps: ApiDependencies,
  request: Request,
  session: Session,
  creditor: DeskCreditor,
  creditors: readonly DeskCreditor[],
): Promise<Visit> => {
  const reader = readerOf(request);
  const now = await deps.now();
  return {
    ...reader,
    deps,
    session,
    creditor,
    creditors,
    formats: formatsFor(reader.language, creditor.timeZone),
    now,
    today: dayAt(now, creditor.timeZone),
  };
};

/** A path of this desk to go back to; anything else leads to the first page. */
export const localPath = (text: unknown): string =>
  typeof text === 'string' && /^\/(?![/\\])[\x20-\x7e]*$/.test(text) ? text : '/';
