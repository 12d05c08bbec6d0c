import type { EditedText } from '../../prisma/people/wordingPort.ts';
import { filled, type Values } from './values.ts';

/** What a person changed in a text, null when nothing: a form always sends the whole of it. */
export const editOf = (values: Values, shown: EditedText | null): EditedText | null => {
  const { subject, markdown } = values;
  if (subject === undefined || markdown === undefined) return null;
  const same = shown !== null && subject.trim() === shown.subject.trim() && markdown.trim() === shown.markdown.trim();
  return same ? null : { subject: subject.trim(), markdown };
};

/** The sentence that the person wrote instead of the drafted one. */
export const ownLine = (values: Values): string | null =>
  values['line'] === 'confirm' ? null : filled(values, 'lineText');

/** The body of an approval; `shown` = the draft that the person had before him. */
export const approvalBody = (values: Values, shown: EditedText | null): object => {
  const text = ownLine(values);
  const edit = editOf(values, shown);
  return {
    sha256: values['sha256'] ?? '',
    personalLine: text !== null ? { text } : values['line'] === 'confirm' ? { confirmed: true } : null,
    edit,
  };
};

export const approvalField = (pointer: string): string | null => {
  if (pointer.startsWith('/personalLine')) return 'lineText';
  if (pointer === '/edit/subject') return 'subject';
  return pointer.startsWith('/edit') ? 'markdown' : null;
};
