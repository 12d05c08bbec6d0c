import type { Wording } from '../prisma/course/wording.ts';
import { checkWording } from './checks.ts';
import { formatsFor } from './formats.ts';
import { renderActivity } from './letters/activity.ts';
import { letterText, renderLetterFrom } from './letters/letter.ts';
import { renderStatement } from './letters/statement.ts';
import { letterKindFor, templateFor } from './names.ts';
import { picturesOf } from './payment/pictures.ts';
import { draftPersonalLine } from './personalLine.ts';
import { renderEdited, renderMessage, renderScript } from './wording.ts';

/** Wording as the course asks for it; pure, apart from reading the template files once. */
export const wording: Wording = {
  templateFor,
  letterKindFor,
  message: renderMessage,
  edited: renderEdited,
  script: renderScript,
  letterText: (kind, context, template) => {
    const text = letterText(kind, context, template);
    return { ...text, inline: picturesOf(text.markdown, context) };
  },
  letter: renderLetterFrom,
  faults: checkWording,
  personalLine: draftPersonalLine,
  datesIn: (day, language) => {
    const { dateLong, date, dateShort } = formatsFor(language);
    return [dateLong(day), date(day), dateShort(day)];
  },
  statement: renderStatement,
  activity: renderActivity,
};
