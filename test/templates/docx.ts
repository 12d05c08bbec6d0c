import JSZip from 'jszip';

/** The words of a .docx with its header and footer, ordinary spaces and hyphens, and its style sheet. */
export const documentOf = async (docx: Uint8Array): Promise<{ readonly words: string; readonly styles: string }> => {
  const zip = await JSZip.loadAsync(docx);
  const read = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? '';
  const parts = await Promise.all(['word/document.xml', 'word/header2.xml', 'word/footer1.xml'].map(read));
  const words = parts
    .join('\n')
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]/g, ' ')
    .replaceAll('\u2011', '-');
  return { words, styles: await read('word/styles.xml') };
};
