import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** One message as it came over the wire, dot-stuffing undone; `done` = the server said that it took it. */
export type Taken = {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
  readonly done: boolean;
};

/**
 * What the server does with the next conversation: takes the message; answers 4xx to the recipient; refuses every
 * recipient, or those whose address begins with "gone"; answers 4xx or 5xx after the data; reads the message, then
 * drops the line; reads it and never answers; drops the line before the data; refuses the password; refuses the sender.
 */
export type Fate =
  | 'taken'
  | 'greylisted'
  | 'no-such-user'
  | 'gone-refused'
  | 'full'
  | 'spam'
  | 'lost'
  | 'silent'
  | 'dropped'
  | 'bad-login'
  | 'bad-sender';

export type SmtpStandIn = {
  readonly url: string;
  readonly port: number;
  readonly taken: readonly Taken[];
  /** How many conversations reached the sender's address. */
  readonly conversations: () => number;
  /** The fates of the next conversations; the last one stays. */
  readonly fate: (...fates: Fate[]) => void;
  readonly stop: () => Promise<void>;
};

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** A real SMTP server on this machine, whose answers a test chooses. Login: huitaine / "p@ss word". */
export const startSmtpServer = async (options: { readonly login?: boolean } = {}): Promise<SmtpStandIn> => {
  const taken: Taken[] = [];
  let fates: Fate[] = ['taken'];
  let now: Fate = 'taken';
  let conversations = 0;
  const server = new SMTPServer({
    authOptional: !options.login,
    allowInsecureAuth: true,
    disabledCommands: options.login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, answer) => {
      now = (fates.length > 1 ? fates.shift() : fates[0]) ?? 'taken';
      answer();
    },
    onAuth: ({ username, password }, _session, answer) =>
      username === 'huitaine' && password === 'p@ss word' && now !== 'bad-login'
        ? answer(null, { user: username })
        : answer(refusal(535, 'Authentication credentials invalid')),
    onMailFrom: (_address, _session, answer) => {
      conversations += 1;
      answer(now === 'bad-sender' ? refusal(550, 'Sender is not ours') : null);
    },
    onRcptTo: ({ address }, _session, answer) => {
      if (now === 'dropped') return drop();
      if (now === 'greylisted') return answer(refusal(451, 'Greylisted, try again later'));
      const refused = now === 'no-such-user' || (now === 'gone-refused' && address.startsWith('gone'));
      return answer(refused ? refusal(550, 'No such user here') : null);
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      const fate = now;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          bytes: Buffer.concat(chunks),
          done: fate === 'taken' || fate === 'gone-refused',
        });
        if (fate === 'lost') return drop();
        if (fate === 'silent') return;
        if (fate === 'full') return answer(refusal(452, 'Insufficient storage'));
        if (fate === 'spam') return answer(refusal(554, 'Message looks like spam'));
        return answer(null, `Queued as ${taken.length}`);
      });
    },
  });
  const drop = (): void => {
    for (const connection of server.connections) connection.close();
  };
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const login = options.login ? `huitaine:${encodeURIComponent('p@ss word')}@` : '';
  return {
    url: `smtp://${login}127.0.0.1:${port}`,
    port,
    taken,
    conversations: () => conversations,
    fate: (...next) => {
      fates = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
