import type { TextLine } from '../../prisma/wordings/library.ts';
import type { UnfitText } from '../../prisma/wordings/unfit.ts';
import { Badge } from '../parts/badge.tsx';
import { Frame } from '../parts/frame.tsx';
import { UnfitTexts } from '../parts/unfitTexts.tsx';
import { textHref, textName } from '../textName.ts';
import type { Visit } from '../visit.ts';

type Props = { readonly visit: Visit; readonly lines: readonly TextLine[] };
type TextsProps = Props & { readonly unfit: readonly UnfitText[] };

/** Every text, by what it is for, by strategy and step. */
export const Texts = ({ visit, lines, unfit }: TextsProps) => {
  const { words } = visit;
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const mine = visit.language;
  // The reader's own language first.
  const sorted = lines.toSorted((a, b) => Number(b.language === mine) - Number(a.language === mine));
  return (
    <Frame visit={visit} title={words.texts.title} current="texts">
      <div class="head">
        <h1>{words.texts.title}</h1>
        <p>
          <a href="/letterhead">{words.texts.letterhead}</a>
        </p>
      </div>
      <p class="lead">{words.texts.lead}</p>
      <UnfitTexts visit={visit} unfit={unfit} />
      {kinds.map((kind) => (
        <section>
          <h2>{words.texts.kinds[kind] ?? kind}</h2>
          <Groups visit={visit} lines={sorted.filter((line) => line.kind === kind)} />
        </section>
      ))}
    </Frame>
  );
};

/** Under a heading of its own for each strategy and language. */
const Groups = ({ visit, lines }: Props) => {
  const named = (line: TextLine): string =>
    [strategyName(visit, line.strategy), visit.words.texts.languages[line.language] ?? line.language]
      .filter((name) => name !== '')
      .join(' · ');
  return (
    <>
      {[...new Set(lines.map(named))].map((group) => (
        <>
          <h3>{group}</h3>
          <ol class="messages texts">
            {lines
              .filter((line) => named(line) === group)
              .map((line) => (
                <Line visit={visit} line={line} />
              ))}
          </ol>
        </>
      ))}
    </>
  );
};

const Line = ({ visit, line }: { readonly visit: Visit; readonly line: TextLine }) => {
  const { words, formats } = visit;
  const { texts } = words;
  return (
    <li>
      <a class="line" href={textHref(line.name)}>
        <span class="what">{textName(visit, line.step)}</span>
        <span class="whom" lang={line.language}>
          {line.purpose}
          {line.own && line.by !== null && line.changedAt !== null
            ? ` · ${texts.changed(line.version, line.by, formats.instant(line.changedAt))}`
            : ''}
        </span>
        {line.own ? <Badge tone="good">{texts.own}</Badge> : null}
        {line.fixed ? <Badge>{texts.fixed}</Badge> : null}
      </a>
    </li>
  );
};

const strategyName = ({ words, deps }: Visit, strategy: string | null): string =>
  strategy === null
    ? ''
    : (words.texts.strategies[strategy] ?? deps.store.strategies.find(({ key }) => key === strategy)?.name ?? strategy);
