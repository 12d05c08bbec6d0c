import { convertMillimetersToTwip } from 'docx';

/** The measures of the house style. The address stands in the window of a DL envelope: 105 mm from the left, 50 mm from the top. */
export const mm = (millimetres: number): number => convertMillimetersToTwip(millimetres);

export const PAGE = { width: mm(210), height: mm(297), top: mm(15), bottom: mm(18), left: mm(25), right: mm(20) };

export const TEXT_WIDTH = mm(210 - 25 - 20);

/** From the top margin to the window, and the window's own height. */
export const LETTERHEAD_HEIGHT = mm(50 - 15);
export const WINDOW_HEIGHT = mm(37);

/** From the left margin to the window. */
export const WINDOW_OFFSET = mm(105 - 25);

/** Twentieths of a point after a paragraph, and after a line of a list. */
export const PARAGRAPHS_APART = 104;
export const LINES_APART = 40;

/** A line's height, in 240ths of its type. The rule is said each time: without it LibreOffice reads twentieths of a point, Word doesn't. */
export const LINE = {
  text: { line: 264, lineRule: 'auto' },
  address: { line: 264, lineRule: 'auto' },
  close: { line: 250, lineRule: 'auto' },
} as const;

/** Half points. */
export const SIZE = { name: 32, body: 20, small: 18, fine: 15 };

export const INK = { accent: '1F3A5A', soft: '55606D', rule: 'C5CED8', shade: 'F1F4F7' };

export const FONT = 'Arial';
