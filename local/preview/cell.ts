import { isSpoken } from '../../domain/strategy.ts';
import { caseWords } from '../../prisma/course/caseWords.ts';
import type { Picture, Wording } from '../../prisma/course/wording.ts';
import { INSTEAD, NOT_REACHED } from '../../prisma/course/write.ts';
import type { WordingContext } from '../../templates/context.ts';
import { languageOf } from '../../templates/language.ts';
import type { Column } from './columns.ts';
import { faultsIn, type Fault, type Seen } from './faults.ts';
import { cellName, type Occasion } from './occasion.ts';

/** One text of the gallery, or the reason why there is none. */
export type Cell = {
  readonly name: string;
  readonly column: string;
  readonly strategy: string;
  readonly step: string;
  readonly kind: 'message' | 'letter' | 'script';
  readonly day: string;
  readonly level: number;
  readonly announces: readonly string[];
  readonly template: string;
  readonly subject: string;
  readonly markdown: string;
  /** Messages: what leaves besides the subject. */
  readonly html: string | null;
  readonly text: string | null;
  /** Letters: the .docx as it would be printed. */
  readonly letter: (() => Promise<Uint8Array>) | null;
  readonly faults: readonly Fault[];
};

/** Renders what an occasion calls for by the app's own wording. Never throws for a text: its fault is in the cell. */
export const cellOf = (column: Column, occasion: Occasion, wording: Wording): Cell => {
  const { step, channel, speaking, material } = occasion;
  const kind = isSpoken(channel) ? 'script' : channel === 'email' ? 'message' : 'letter';
  const bare = caseWords(material, speaking);
  const personal = step.personalLine === 'required' && kind !== 'script' && occasion.of === 'step';
  const context = personal ? { ...bare, personalLine: wording.personalLine(bare) } : bare;
  const template = templateOf(occasion, context, wording);
  const frame = {
    name: cellName(column.key, occasion),
    column: column.key,
    strategy: occasion.strategy,
    step: step.key,
    kind,
    day: speaking.today,
    level: step.level,
    announces: context.announces,
    template,
  } as const;
  const absent = kind === 'script' ? [] : untranslated(column, occasion, context, template, wording);
  try {
    const { seen, ...said } = say(kind, template, context, step, wording);
    // Scripts are the desk's, in the desk's language; a missing language is said once.
    const otherwise = kind === 'script' || languageOf(column.language) !== column.language;
    const found = faultsIn(seen, column.language);
    const faults = otherwise ? found.filter(isLeftover) : found;
    return { ...frame, ...said, faults: [...absent, ...faults] };
  } catch (error) {
    const nothing = { subject: '', markdown: '', html: null, text: null, letter: null };
    return { ...frame, ...nothing, faults: absent.length > 0 ? absent : [faultOf(error)] };
  }
};

const isLeftover = ({ kind }: Fault): boolean => kind === 'leftover';

const templateOf = (
  { strategy, step, channel, of, variant }: Occasion,
  context: WordingContext,
  wording: Wording,
): string => {
  switch (of) {
    case 'step':
      return wording.templateFor(strategy, step, channel, context);
    case 'not-reached':
      return NOT_REACHED;
    case 'not-called':
      return INSTEAD;
    case 'call-summary':
    case 'invoice-copy':
      if (variant === null) throw new RangeError(`expected the outcome of a talk, got none`);
      return `common/${of}`;
  }
};

/** A step that has a text of its own in French needs one in every language: another one doesn't stand for it. */
const untranslated = (
  { language }: Column,
  { strategy, step, channel, of }: Occasion,
  context: WordingContext,
  template: string,
  wording: Wording,
): Fault[] => {
  if (languageOf(language) !== language)
    return [{ kind: 'missing', detail: `${language} isn't written yet; ${context.language} stands for it` }];
  if (of !== 'step') return [];
  const french = wording.templateFor(strategy, step, channel, { ...context, language: 'fr' });
  return french === template
    ? []
    : [{ kind: 'missing', detail: `${french} isn't written in ${context.language}; ${template} would stand for it` }];
};

type Said = Pick<Cell, 'subject' | 'markdown' | 'html' | 'text' | 'letter'> & { readonly seen: Seen };

const say = (
  kind: Cell['kind'],
  template: string,
  context: WordingContext,
  step: Occasion['step'],
  wording: Wording,
): Said => {
  if (kind === 'script') {
    const { title, markdown } = wording.script(template, context);
    return { subject: title, markdown, html: null, text: null, letter: null, seen: seenIn(title, markdown, '') };
  }
  if (kind === 'message') {
    const { subject, markdown, text, html, inline } = wording.message(template, context);
    const seen = seenIn(subject, markdown, `${text}\n${html}`);
    return { subject, markdown, text, html: standalone(html, inline), letter: null, seen };
  }
  const letterKind = wording.letterKindFor(step);
  const text = wording.letterText(letterKind, context, template);
  const refused = wording.faults(text, context);
  if (refused.length > 0) throw new Refused(refused.map(({ code, detail }) => `${code} (${detail})`).join('; '));
  const seen = seenIn(text.subject, text.markdown, '');
  return { ...text, html: null, text: null, letter: () => wording.letter(letterKind, text, context), seen };
};

/** A letter's draft that the checks refuse. */
class Refused extends Error {
  override readonly name = 'WordingRefused';
}

/** A file shows its own pictures, which an e-mail brings along. */
const standalone = (html: string, inline: readonly Picture[]): string =>
  inline.reduce(
    (shown, { cid, mediaType, bytes }) =>
      shown.replaceAll(`cid:${cid}`, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`),
    html,
  );

const seenIn = (subject: string, markdown: string, more: string): Seen => {
  const paragraphs = markdown.trim().split(/\n{2,}/);
  const words = `${subject}\n${markdown}`;
  return { first: paragraphs[0] ?? '', last: paragraphs.at(-1) ?? '', words, whole: `${words}\n${more}` };
};

const faultOf = (error: unknown): Fault => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'WordingRefused') return { kind: 'refused', detail: message };
  if (message.includes('there is no such template')) return { kind: 'missing', detail: message };
  return { kind: 'broken', detail: message };
};
