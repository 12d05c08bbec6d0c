/** ISO 11649: at most 21 letters and digits after the check digits. */
const LONGEST = 21;

/** The structured creditor reference (ISO 11649, "RF…") of an invoice number; its last 21 letters and digits count. */
export const rfReference = (invoiceNumber: string): string => {
  const body = invoiceNumber
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(-LONGEST);
  return `RF${String(98 - mod97(`${body}RF00`)).padStart(2, '0')}${body}`;
};

/** What a creditor's customers put on a transfer: in Belgium the structured communication, elsewhere RF. */
export const paymentReference = (creditorCountry: string, invoiceNumber: string): string =>
  creditorCountry === 'BE' && /\d/.test(invoiceNumber) ? belgianReference(invoiceNumber) : rfReference(invoiceNumber);

/** True for a well-formed RF reference; spaces don't count. */
export const isRfReference = (text: string): boolean => {
  const compact = compactReference(text);
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(compact) && mod97(compact.slice(4) + compact.slice(0, 4)) === 1;
};

/**
 * The Belgian structured communication (OGM/VCS, "+++090/9337/55493+++") of an invoice number: its last ten digits and
 * their remainder by 97, 97 standing for 0. Throws RangeError for a number without a digit.
 */
export const belgianReference = (invoiceNumber: string): string => {
  const digits = invoiceNumber.replaceAll(/\D/g, '').slice(-10);
  if (digits === '') throw new RangeError(`expected a number with a digit, got ${invoiceNumber}`);
  const whole = digits.padStart(10, '0') + belgianCheck(digits);
  return `+++${whole.slice(0, 3)}/${whole.slice(3, 7)}/${whole.slice(7)}+++`;
};

/** True for a well-formed Belgian structured communication: twelve digits, bare or between +++ or ***. */
export const isBelgianReference = (text: string): boolean => {
  const [, , a = '', b = '', c = '', check] =
    /^(\+{3}|\*{3}|)(\d{3})\/?(\d{4})\/?(\d{3})(\d{2})\1$/.exec(compactReference(text)) ?? [];
  return check !== undefined && belgianCheck(a + b + c) === check;
};

/**
 * The Belgian communications in free text, as their twelve digits: bare, between +++ or ***, or parted by a bank's spaces
 * and slashes. They begin and end where a run of digits does.
 */
export const belgianReferencesIn = (text: string): readonly string[] => {
  const runs = [...text.matchAll(/\d+/g)].map((run) => ({
    digits: run[0],
    from: run.index,
    to: run.index + run[0].length,
  }));
  const found = runs.flatMap((first, start) => {
    let digits = first.digits;
    for (let next = start; digits.length <= 12; next += 1) {
      if (digits.length === 12) return isBelgianReference(digits) ? [digits] : [];
      const [here, beyond] = [runs[next], runs[next + 1]];
      if (!here || !beyond || !/^[\s/.+*-]*$/.test(text.slice(here.to, beyond.from))) return [];
      digits += beyond.digits;
    }
    return [];
  });
  return [...new Set(found)];
};

/** Ten digits stay exact as a number. */
const belgianCheck = (digits: string): string => String(Number(digits) % 97 || 97).padStart(2, '0');

/** True for an account number whose check digits are right (ISO 13616); spaces don't count. */
export const isIban = (text: string): boolean => {
  const compact = compactReference(text);
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact) && mod97(compact.slice(4) + compact.slice(0, 4)) === 1;
};

export const compactReference = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '');

/** Letters count as 10 to 35, as in an IBAN. */
const mod97 = (text: string): number => {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
};
