import { Paragraph, TextRun } from 'docx';
import { INK, mm, SIZE } from './measures.ts';

/** Paragraphs of documents that are made of figures rather than written. */
export const said = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });

/** Stays with what follows it. */
export const saidBefore = (text: string): Paragraph => new Paragraph({ keepNext: true, children: [new TextRun(text)] });

export const title = (text: string): Paragraph =>
  new Paragraph({
    spacing: { before: mm(4), after: 160 },
    children: [new TextRun({ text, bold: true, size: SIZE.body + 4 })],
  });

export const heading = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 280, after: 100 },
    children: [new TextRun({ text, bold: true, color: INK.accent })],
  });

export const remark = (text: string): Paragraph =>
  new Paragraph({
    spacing: { before: 80, after: 80 },
    children: [new TextRun({ text, size: SIZE.small - 1, color: INK.soft })],
  });
