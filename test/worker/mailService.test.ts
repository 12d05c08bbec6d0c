import { expect, test } from 'vitest';
import { readConfig } from '../../worker/config.ts';
import { mailService } from '../../worker/mailService.ts';

const DATABASE_URL = 'postgresql://h:h@127.0.0.1:5432/h';
const kindOf = (given: Record<string, string>) => mailService(readConfig({ DATABASE_URL, ...given }))?.kind ?? null;

test('SMTP wins over Resend; without either nothing leaves', () => {
  const [smtp, resend] = [{ SMTP_URL: 'smtp://mail.example' }, { RESEND_API_KEY: 're_1' }];
  expect([kindOf({}), kindOf(resend), kindOf(smtp), kindOf({ ...smtp, ...resend })]).toEqual([
    null,
    'keyed',
    'plain',
    'plain',
  ]);
  expect(kindOf({ SMTP_URL: '', ...resend })).toBe('keyed');
});

test('a wrong SMTP_URL stops the worker in words, without its password', () => {
  const start = () => readConfig({ DATABASE_URL, SMTP_URL: 'https://me:hunter2@mail.example' });
  expect(start).toThrow(/expected smtp:\/\/\[user:password@\]host[\s\S]*SMTP_URL/);
  expect(start).not.toThrow(/hunter2/);
});
