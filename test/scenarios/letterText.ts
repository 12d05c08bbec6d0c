import JSZip from 'jszip';
import { plain } from './follow.ts';

/** What a .docx letter says, one line a paragraph, with plain spaces. */
export const letterText = async (bytes: Uint8Array): Promise<string> => {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.keys(zip.files).filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name));
  const texts = await Promise.all(parts.map(async (name) => inLines((await zip.file(name)?.async('string')) ?? '')));
  return plain(texts.join('\n'));
};

const inLines = (xml: string): string =>
  xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\n+/g, '\n');
