import type { Reader } from '../visit.ts';

/** What single keys do, and the switch that takes them away (WCAG 2.1.4). */
export const Keys = ({ reader }: { readonly reader: Reader }) => {
  const { frame } = reader.words;
  return (
    <details class="keys" id="keys">
      <summary>{frame.keysOpen}</summary>
      {reader.keys ? (
        <dl>
          <Key keys={['j']} does={frame.keys.next} />
          <Key keys={['k']} does={frame.keys.previous} />
          <Key keys={['Enter']} does={frame.keys.open} />
          <Key keys={['?']} does={frame.keys.help} />
        </dl>
      ) : (
        <p>{frame.keysAreOff}</p>
      )}
      <form method="post" action="/keys">
        <input type="hidden" name="back" value={reader.path} />
        <button class="plain" type="submit" name="keys" value={reader.keys ? 'off' : 'on'}>
          {reader.keys ? frame.keysOff : frame.keysOn}
        </button>
      </form>
    </details>
  );
};

const Key = ({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) => (
  <div>
    <dt>
      {keys.map((key) => (
        <kbd>{key}</kbd>
      ))}
    </dt>
    <dd>{does}</dd>
  </div>
);
