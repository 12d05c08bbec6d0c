import type { ComponentChildren } from 'preact';
import type { Given } from './given.ts';

type Common = {
  readonly given: Given;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string;
};

/** What goes with every control: its label, its hint, and what was wrong with it. */
const Labelled = ({ given, name, label, hint, children }: Common & { readonly children: ComponentChildren }) => {
  const faults = faultsOf(given, name);
  return (
    <div class={faults.length > 0 ? 'field wrong' : 'field'}>
      <label for={name}>{label}</label>
      {children}
      {hint === undefined ? null : <small id={`${name}-hint`}>{hint}</small>}
      {faults.length === 0 ? null : (
        <strong class="fault" id={`${name}-fault`}>
          {faults.map(({ text }) => text).join(' ')}
        </strong>
      )}
    </div>
  );
};

const faultsOf = ({ faults }: Given, name: string): Given['faults'] => faults.filter(({ field }) => field === name);

const attributes = ({ given, name, hint }: Common) => {
  const wrong = faultsOf(given, name).length > 0;
  const described = [hint === undefined ? '' : `${name}-hint`, wrong ? `${name}-fault` : '']
    .filter((id) => id !== '')
    .join(' ');
  return {
    id: name,
    name,
    ...(wrong ? { 'aria-invalid': 'true' as const } : {}),
    ...(described === '' ? {} : { 'aria-describedby': described }),
  };
};

const valueOf = ({ given, name, value }: Common): string => given.values[name] ?? value ?? '';

type Input = Common & {
  readonly type?: 'text' | 'date' | 'email' | 'tel';
  readonly inputMode?: 'decimal';
  readonly autoComplete?: string;
  readonly min?: string;
  readonly max?: string;
  readonly list?: string;
};

/** One line to type. */
export const Input = (props: Input) => {
  const { type = 'text', inputMode, autoComplete = 'off', min, max, list } = props;
  return (
    <Labelled {...props}>
      <input
        {...attributes(props)}
        type={type}
        value={valueOf(props)}
        autocomplete={autoComplete}
        {...(inputMode === undefined ? {} : { inputMode })}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        {...(list === undefined ? {} : { list })}
      />
    </Labelled>
  );
};

/** Several lines to type. */
export const TextArea = (props: Common & { readonly rows?: number }) => (
  <Labelled {...props}>
    <textarea {...attributes(props)} rows={props.rows ?? 3}>
      {`\n${valueOf(props)}`}
    </textarea>
  </Labelled>
);

/** One of a few. */
export const Select = (props: Common & { readonly options: readonly (readonly [value: string, text: string])[] }) => (
  <Labelled {...props}>
    <select {...attributes(props)}>
      {props.options.map(([value, text]) => (
        <option value={value} selected={value === valueOf(props)}>
          {text}
        </option>
      ))}
    </select>
  </Labelled>
);

/** One of several, each with a line of its own. */
export const Radio = ({
  given,
  name,
  value,
  text,
  hint,
  checked,
}: {
  readonly given: Given;
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  readonly checked?: boolean;
}) => (
  <label class="choice">
    <input
      type="radio"
      name={name}
      value={value}
      checked={given.values[name] === undefined ? checked === true : given.values[name] === value}
    />
    <span>
      {text}
      {hint === undefined ? null : <small>{hint}</small>}
    </span>
  </label>
);
