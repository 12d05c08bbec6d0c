import { Paragraph, patchDocument, PatchType, TextRun } from 'docx';
import type { IPatch } from 'docx';
import type { WordingContext } from '../../context.ts';
import { formatsFor } from '../../formats.ts';
import { legalLine } from '../../legalLines.ts';
import type { Filled } from '../../liquid.ts';
import type { LetterKind } from '../../names.ts';
import type { Beside } from '../../payment/letterCode.ts';
import { phrasesIn } from '../../words/phrasesIn.ts';
import { blocksFrom, type Block } from '../blocks.ts';
import { recipientLines, referenceLines } from '../letterhead.ts';
import { LISTS } from '../lists.ts';
import { WINDOW_OFFSET } from '../measures.ts';
import { ending, enclosures, signature } from '../parts.ts';
import { printed } from '../printed.ts';
import { pack, unpack, type Package } from './package.ts';
import { isPlaceholder, namesIn, type Placeholder } from './placeholders.ts';
import { readXml } from './xml.ts';

/** A letter on the creditor's own letterhead (.docx). What has no place of its own there stands with the letter, save the legal mentions. */
export const onPaper = async (
  paper: Uint8Array,
  kind: LetterKind,
  { subject, markdown }: Filled,
  context: WordingContext,
  beside: Beside,
): Promise<Uint8Array> => {
  const { creditor, invoice, language } = context;
  const spaced = printed(language);
  const taken = unpack(paper);
  if (!taken) throw new RangeError('expected a letterhead that was checked, got something that is no .docx');
  const places = placesOn(taken);
  const letter = [
    ...before(places, spaced(subject), context),
    ...blocksFrom(spaced(markdown), beside),
    ...after(places, context),
  ];
  const bytes = await patchDocument({
    data: pack(taken),
    outputType: 'uint8array',
    keepOriginalStyles: true,
    trimPlaceholders: true,
    numbering: LISTS,
    patches: { ...lines(spaced(subject), context), letter: { type: PatchType.DOCUMENT, children: letter } },
    properties: {
      title: spaced(subject),
      creator: creditor.name,
      lastModifiedBy: creditor.name,
      description: `${phrasesIn(language).letter.kinds[kind]} · ${invoice.number}`,
    },
  });
  return new Uint8Array(bytes);
};

const placesOn = ({ xml }: Package): ReadonlySet<Placeholder> =>
  new Set(
    [...xml]
      .filter(([name]) => name.startsWith('word/'))
      .flatMap(([, part]) => readXml(part)?.paragraphs.flatMap(namesIn) ?? [])
      .filter(isPlaceholder),
  );

/** What stands in the letterhead's own words and places, one text with its line breaks each. */
const lines = (subject: string, context: WordingContext): Record<Exclude<Placeholder, 'letter'>, IPatch> => {
  const { creditor, sender, enclosures: items, language } = context;
  const { letter } = phrasesIn(language);
  const { name, role } = creditor.signatory ?? sender;
  return {
    address: broken(recipientLines(context)),
    references: broken(referenceLines(context)),
    date: broken([dateOf(context)]),
    subject: broken([subject]),
    signature: broken([letter.signedFor(creditor.name), '', '', name, ...(role ? [role] : [])]),
    enclosures: broken(
      items.length === 0
        ? []
        : [letter.enclosures(items.length), ...items.map((text, index) => `${index + 1}. ${text}`)],
    ),
    legal: broken([legalLine(creditor, language)]),
  };
};

/** A notice bears the day on which it is to be posted. */
const dateOf = ({ today, notice, language }: WordingContext): string =>
  formatsFor(language).date(notice?.plannedPosting ?? today);

const broken = (texts: readonly string[]): IPatch => ({
  type: PatchType.PARAGRAPH,
  children: texts.map((text, index) => new TextRun({ text: asItIs(text), ...(index > 0 ? { break: 1 } : {}) })),
});

/** A name with two braces isn't a placeholder. */
const asItIs = (text: string): string => text.replaceAll('{{', '{\u2060{');

const before = (places: ReadonlySet<Placeholder>, subject: string, context: WordingContext): readonly Block[] => {
  const { letter } = phrasesIn(context.language);
  const missing = (place: Placeholder): boolean => !places.has(place);
  const date = letter.placeAndDate(context.creditor.address.city, dateOf(context));
  return [
    ...(missing('address') ? [paragraph(recipientLines(context), { indent: WINDOW_OFFSET, after: 400 })] : []),
    ...(missing('references') ? [paragraph(referenceLines(context), { after: 300 })] : []),
    ...(missing('date') ? [paragraph([date], { indent: WINDOW_OFFSET, after: 200 })] : []),
    ...(context.channel === 'registered-letter'
      ? [paragraph([letter.registered(context.creditor.country)], { bold: true, after: 80 })]
      : []),
    ...(missing('subject') ? [paragraph([letter.subject(subject)], { bold: true, after: 220 })] : []),
  ];
};

const after = (places: ReadonlySet<Placeholder>, context: WordingContext): readonly Block[] => {
  const [signed, enclosed] = [places.has('signature'), places.has('enclosures')];
  if (!signed && !enclosed) return ending(context);
  if (signed && enclosed) return [];
  return signed ? enclosures(context) : signature(context);
};

const paragraph = (
  texts: readonly string[],
  {
    indent = 0,
    after: space,
    bold = false,
  }: { readonly indent?: number; readonly after: number; readonly bold?: boolean },
): Paragraph =>
  new Paragraph({
    spacing: { after: space },
    ...(indent > 0 ? { indent: { left: indent } } : {}),
    children: texts.map((text, index) => new TextRun({ text: asItIs(text), bold, ...(index > 0 ? { break: 1 } : {}) })),
  });
