import type { TextView } from '../../prisma/wordings/library.ts';
import type { TextFault, TextVariable } from '../../templates/texts/text.ts';
import { difference } from '../difference.ts';
import { textName } from '../textName.ts';
import { Badge } from '../parts/badge.tsx';
import { Input, Select, TextArea } from '../parts/field.tsx';
import { Frame } from '../parts/frame.tsx';
import type { Given } from '../parts/given.ts';
import { TextFaults } from '../parts/textFaults.tsx';
import type { Visit } from '../visit.ts';

export type TextProps = {
  readonly visit: Visit;
  readonly text: TextView;
  readonly variables: readonly TextVariable[];
  readonly given: Given;
  /** Why the text typed wasn't saved. */
  readonly faults: readonly TextFault[];
  /** What was done, or why not, above the page. */
  readonly told: string | null;
  /** It wasn't done. */
  readonly failed: boolean;
};

/** One text: to read, change, see as it would leave, and send to oneself. */
export const TextPage = (props: TextProps) => {
  const { visit, text, told, failed, faults, given } = props;
  const { words } = visit;
  const title = textName(visit, text.step);
  return (
    <Frame visit={visit} title={title} current="texts" script="texts.js">
      <nav class="place" aria-label={words.texts.title}>
        <a href="/texts">← {words.texts.title}</a>
      </nav>
      <h1>
        {title} {text.own ? <Badge tone="good">{words.texts.own}</Badge> : null}
      </h1>
      <p class="lead" lang={text.language}>
        {text.purpose}
      </p>
      <p class="quiet small">
        <code>{text.name}</code>
      </p>
      {told === null ? null : (
        <p class={failed ? 'refusal' : 'done'} role={failed ? 'alert' : 'status'}>
          {told}
        </p>
      )}
      {faults.length === 0 ? null : (
        <TextFaults
          visit={visit}
          title={words.texts.faults}
          faults={faults}
          source={given.values['source'] ?? ''}
          field="source"
        />
      )}
      <Editor {...props} />
      <Versions visit={visit} text={text} />
    </Frame>
  );
};

/** One form for all that can be done with the text as it stands in the field. */
const Editor = ({ visit, text, variables, given }: TextProps) => {
  const { words } = visit;
  const admin = visit.session.actor.kind === 'admin';
  const action = (name: string): string => `/text/${name}`;
  return (
    <form method="post" action={action('save')} class="editor">
      <input type="hidden" name="name" value={text.name} />
      <input type="hidden" name="version" value={String(text.version)} />
      <div class="write">
        <TextArea
          given={given}
          name="source"
          label={words.texts.source}
          hint={words.texts.sourceHint}
          value={text.source}
          rows={26}
        />
        {text.fixed ? (
          <p class="quiet">{words.texts.isFixed}</p>
        ) : admin ? (
          <p class="buttons">
            <button type="submit">{words.texts.save}</button>
            {text.own ? (
              <button class="second" type="submit" formaction={action('back')}>
                {words.texts.back}
              </button>
            ) : null}
          </p>
        ) : (
          <p class="quiet">{words.texts.readOnly}</p>
        )}
        <Variables visit={visit} variables={variables} />
      </div>
      <div class="seen">
        <h2>{words.texts.previewTitle}</h2>
        <div class="columns">
          <Select
            given={given}
            name="sample"
            label={words.texts.sample}
            options={[['', '—'], ...Object.entries(words.texts.samples)]}
          />
          <Input given={given} name="number" label={words.texts.invoice} />
        </div>
        <p class="buttons">
          <button class="second" type="submit" formaction={action('preview')} formtarget="preview">
            {words.texts.preview}
          </button>
          {text.kind === 'scripts' ? null : (
            <button class="plain" type="submit" formaction={action('letter')}>
              {words.texts.letter}
            </button>
          )}
        </p>
        <iframe
          class="sheet"
          name="preview"
          title={words.texts.previewTitle}
          src={`/text/preview?${new URLSearchParams({ name: text.name }).toString()}`}
          sandbox=""
        />
        {text.kind === 'scripts' || !admin ? null : (
          <details class="aside">
            <summary>{words.texts.test}</summary>
            <p class="quiet">{words.texts.testLead}</p>
            <Input given={given} name="to" type="email" label={words.texts.to} />
            <button class="second" type="submit" formaction={action('test')}>
              {words.texts.testSubmit}
            </button>
          </details>
        )}
      </div>
    </form>
  );
};

const Variables = ({ visit: { words }, variables }: Pick<TextProps, 'visit' | 'variables'>) => (
  <details class="variables">
    <summary>{words.texts.variables}</summary>
    <p class="quiet">{words.texts.variablesLead}</p>
    <ul>
      {variables.map(({ name, insert, sample }) => (
        <li>
          <button class="plain" type="button" data-insert={insert}>
            <code>{name}</code>
          </button>
          <span class={sample === null ? 'quiet' : ''}>{sample ?? words.texts.nothing}</span>
        </li>
      ))}
    </ul>
  </details>
);

const Versions = ({ visit, text }: Pick<TextProps, 'visit' | 'text'>) => {
  const { words, formats } = visit;
  const lines = difference(text.shipped, text.source);
  return (
    <section>
      <h2>{words.texts.difference}</h2>
      {lines.length === 0 ? <p class="quiet">{words.texts.same}</p> : null}
      {lines.map((line) => (
        <p class="difference" lang={text.language}>
          {line.map(({ is, text: piece }) =>
            is === 'kept' ? piece : is === 'removed' ? <del>{piece}</del> : <ins>{piece}</ins>,
          )}
        </p>
      ))}
      {text.versions.length === 0 ? null : (
        <>
          <h2>{words.texts.versions}</h2>
          <ol class="plainlist">
            {text.versions.map(({ version, by, createdAt, source }) => (
              <li>
                {words.texts.changed(version, by, formats.instant(createdAt))}
                {source === null ? (
                  ` · ${words.texts.shippedAgain}`
                ) : (
                  <details>
                    <summary>{words.texts.source}</summary>
                    <pre class="text">{source}</pre>
                  </details>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};
