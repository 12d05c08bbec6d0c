export type Recipient = { readonly name: string; readonly address: string; readonly copy: boolean };

/** Recipients as they are stored. */
export const recipientsIn = (stored: unknown): readonly Recipient[] =>
  Array.isArray(stored) ? (stored as readonly Recipient[]) : [];

/** Who gets it; nothing when there is nobody. */
export const Recipients = ({
  label,
  recipients,
  byPost,
}: {
  readonly label: string;
  readonly recipients: readonly Recipient[];
  readonly byPost: string;
}) =>
  recipients.length === 0 ? null : (
    <div>
      <dt>{label}</dt>
      <dd>
        {recipients.map(({ name, address }) => (
          <span class="recipient">
            {name} <span class="quiet">{address === 'post' ? byPost : `<${address}>`}</span>
          </span>
        ))}
      </dd>
    </div>
  );
