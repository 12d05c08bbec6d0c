import { AlignmentType, LevelFormat } from 'docx';
import { mm } from './measures.ts';

const list = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: mm(7), hanging: mm(5) } } },
    },
  ],
});

/** How the lists of a text are marked. */
export const LISTS = {
  config: [list('bullets', LevelFormat.BULLET, '–'), list('numbers', LevelFormat.DECIMAL, '%1.')],
};
