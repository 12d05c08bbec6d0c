import { AlignmentType, Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import JSZip from 'jszip';

const own = (text: string, more: object = {}): Paragraph => new Paragraph({ ...more, children: [new TextRun(text)] });

/** A house's own letterhead with everything that may be on it; a test changes the paragraphs of its body. */
export const aPaper = async (
  body: readonly Paragraph[] = [
    // Word cuts a placeholder in two where somebody corrected it.
    new Paragraph({
      indent: { left: 5000 },
      children: [new TextRun('{{addr'), new TextRun({ text: 'ess}}', bold: true })],
    }),
    own('{{references}}'),
    own('Lyon, le {{ date }}', { alignment: AlignmentType.RIGHT }),
    own('Objet : {{subject}}'),
    own('{{letter}}'),
    own('{{signature}}', { indent: { left: 5000 } }),
    own('{{enclosures}}'),
  ],
): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        styles: { default: { document: { run: { font: 'Liberation Serif', size: 21 } } } },
        sections: [
          {
            headers: {
              default: new Header({
                children: [
                  new Paragraph({
                    alignment: AlignmentType.CENTER,
                    children: [new TextRun({ text: 'MAISON MOREL', bold: true, size: 40, color: '8A1C1C' })],
                  }),
                ],
              }),
            },
            footers: { default: new Footer({ children: [own('{{legal}}')] }) },
            children: body,
          },
        ],
      }),
    ),
  );

export const aParagraph = own;

/** The same file with some of its parts changed or added. */
export const withParts = async (
  bytes: Uint8Array,
  parts: Readonly<Record<string, (before: string) => string>>,
): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, change] of Object.entries(parts)) {
    const before = zip.file(name);
    zip.file(name, change(before ? await before.async('string') : ''));
  }
  return zip.generateAsync({ type: 'uint8array' });
};
