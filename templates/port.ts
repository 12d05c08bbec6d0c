import type { Wording } from '../prisma/course/wording.ts';
import { checkWording } from './checks.ts';
import { longDateText } from './formats.ts';
import { letterText, renderLetterFrom } from './letters/letter.ts';
import { letterKindFor, templateFor } from './names.ts';
import { draftPersonalLine } from './personalLine.ts';
import { renderEdited, renderMessage, renderScript } from './wording.ts';

/** Wording as the course asks for it; pure, apart from reading the template files once. */
export const wording: Wording = {
  templateFor,
  letterKindFor,
  message: renderMessage,
  edited: renderEdited,
  script: renderScript,
  letterText: (kind, context, template) => letterText(kind, context, template),
  letter: renderLetterFrom,
  faults: checkWording,
  personalLine: draftPersonalLine,
  longDate: longDateText,
};
