import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { addressIn } from '../../prisma/course/mail.ts';
import type { Email, Mailer, SendResult } from '../ports.ts';
import { insteadOf } from './marks.ts';
import { outcomeOf, type Progress, type SmtpFailure } from './smtpOutcome.ts';
import { readSmtpUrl, type SmtpServer } from './smtpUrl.ts';

export type Patience = { readonly connectMs: number; readonly wholeMs: number };

/** The activity that sends may take a minute: the whole conversation has to end before. */
const PATIENCE: Patience = { connectMs: 10_000, wholeMs: 45_000 };

/**
 * Sends by SMTP, exactly the stored bytes. SMTP knows no keys: once a byte of the message is under way and no clear
 * answer comes, nobody can tell, and nothing is tried again.
 */
export const smtpMailer = (url: string, patience: Patience = PATIENCE): Mailer => {
  const server = readSmtpUrl(url);
  return { kind: 'plain', send: (email) => converse(server, email, patience) };
};

const converse = (server: SmtpServer, email: Email, { connectMs, wholeMs }: Patience): Promise<SendResult> =>
  new Promise((resolve) => {
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.secure,
      requireTLS: server.requireTls,
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      dnsTimeout: connectMs,
      socketTimeout: wholeMs,
    });
    // The connection writes into it who was refused, and reads the bytes only when the server has said it takes them.
    const envelope: Envelope = { from: addressIn(email.from), to: [...email.to, ...email.cc] };
    let progress: Progress = 'before';
    const end = (result: SendResult): void => {
      clearTimeout(late);
      resolve(result);
      connection.close();
    };
    const fail = (error: SmtpFailure): void => end(outcomeOf(error, progress));
    const late = setTimeout(() => fail({ message: `no answer within ${wholeMs / 1000} seconds` }), wholeMs);
    const bytes = new Readable({
      read() {
        const refused = envelope.rejectedErrors?.find(({ recipient }) => email.to.includes(recipient ?? ''));
        // A copy alone isn't the reminder: nothing is said, so that nothing leaves.
        if (refused) return fail(refused);
        progress = 'under way';
        this.push(wire(email));
        this.push(null);
      },
    });
    connection.on('error', fail);
    connection.on('end', () => fail({ message: 'the server closed the connection' }));
    connection.connect((unreachable) => {
      if (unreachable) return fail(unreachable);
      const send = (): void =>
        connection.send(envelope, bytes, (error, info) => {
          if (error || !info) return fail(error ?? { message: 'no answer' });
          end({ is: 'sent', providerId: info.response.slice(0, 200) });
        });
      if (!server.login) return send();
      connection.login(server.login, (error) => (error ? fail({ ...plainError(error), command: 'AUTH' }) : send()));
    });
  });

type Envelope = {
  readonly from: string;
  readonly to: string[];
  readonly rejectedErrors?: readonly SmtpFailure[];
};

/** What was stored; in test mode with a line before it that says whom it was for. */
const wire = (email: Email): Buffer => {
  const marks = Object.entries(insteadOf(email)).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(marks.join(''), 'utf8'), email.mime]);
};

const plainError = ({ message, ...error }: SmtpFailure): SmtpFailure => ({ ...error, message });
