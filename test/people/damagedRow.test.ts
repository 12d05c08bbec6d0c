import { afterAll, beforeAll, expect, test } from 'vitest';
import { DebtorBody } from '../../api/schemas/debtor.ts';
import { composeMime } from '../../activities/adapters/mime.ts';
import { day } from '../../domain/day.ts';
import { getDebtor, putDebtor } from '../../prisma/parties/debtors.ts';
import { beginStep } from '../../prisma/course/perform.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { readDetails } from '../../prisma/profiles.ts';
import { WORKFLOW } from '../../prisma/store.ts';
import { wording } from '../../templates/port.ts';
import { aCase, aHouse, ANNE, DUPONT, type House } from './aHouse.ts';

// JSON of a row that somebody changed by hand. Mo 3 March 2031, ten o'clock.
const TODAY = day('2031-03-03');

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

test('a step of a damaged debtor fails by naming the row, writes nothing, and is made once the debtor was put again', async () => {
  const ref = await aCase(house, { at: 'first-reminder' });
  const debtor = { creditorId: 'roux', debtorId: `debtor-${ref.invoiceId}` };
  const damaged: Prisma.InputJsonObject = { name: 'Dupont SA', kind: 'company', contacts: [{ email: 'a@b.example' }] };
  await house.db.debtor.update({
    where: { creditorId_id: { creditorId: 'roux', id: debtor.debtorId } },
    data: { profile: damaged },
  });
  const begin = () =>
    house.store.change(ref, WORKFLOW, (tx) =>
      beginStep(tx, 'first-reminder', TODAY, { wording, compose: composeMime }),
    );
  const failed: Error = await begin().then(
    () => new Error('it was made'),
    (error: Error) => error,
  );
  expect(failed.name).toBe('DamagedRow');
  expect(failed.message).toContain(`expected the profile of debtor ${debtor.debtorId} of creditor roux`);
  for (const where of ['kind: ', 'contacts.0.name: ', 'address: ']) expect(failed.message).toContain(where);
  // What stands in the row stays out of logs.
  for (const personal of ['company', 'a@b.example']) expect(failed.message).not.toContain(personal);
  expect(await house.db.reminder.count({ where: ref })).toBe(0);

  const { version } = await getDebtor(house.store, debtor);
  await putDebtor(house.store, debtor, DebtorBody.parse(DUPONT), version, ANNE);
  expect(await begin()).toEqual({ do: 'nothing', why: 'in the outbox' });
});

test('an invoice’s details are named by its number', () => {
  expect(() => readDetails({ number: 'F-7', details: { lines: [] } })).toThrow(
    /^expected the details of invoice F-7 as the app writes it, got deliveredOn: .*orderReference: .*collection: /,
  );
});
