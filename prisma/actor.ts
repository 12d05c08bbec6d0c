/** Who does something; `admin` may approve what needs a manager. */
export type Actor = {
  readonly name: string;
  readonly kind: 'system' | 'billing' | 'payments' | 'operator' | 'admin';
  /** The one creditor for whom the key acts; absent or null = a key of the installation. */
  readonly boundTo?: string | null;
};

export const SYSTEM: Actor = { name: 'huitaine', kind: 'system' };

/** The case's own workflow, through its activities: what it changes it knows. */
export const WORKFLOW: Actor = { name: 'huitaine', kind: 'system' };
