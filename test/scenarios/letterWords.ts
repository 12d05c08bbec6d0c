import JSZip from 'jszip';
import { plain } from './follow.ts';

/** What a reader sees of a stored .docx: its paragraphs, one a line, letterhead and footer included. */
export const letterWords = async (bytes: Uint8Array): Promise<string> => {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name));
  const parts = await Promise.all(names.map(async (name) => (await zip.file(name)?.async('string')) ?? ''));
  return plain(parts.map(textOf).join('\n'));
};

const textOf = (xml: string): string =>
  xml
    .replaceAll(/<\/w:p>|<w:br\/>/g, '\n')
    .replaceAll(/<w:tab\/>/g, '\t')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&apos;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
