import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The form of the ECB's csvdata answers: these columns, `TITLE_COMPL` quoted since it holds commas, one line a change. */
const HEADER =
  'KEY,FREQ,REF_AREA,CURRENCY,PROVIDER_FM,INSTRUMENT_FM,PROVIDER_FM_ID,DATA_TYPE_FM,TIME_PERIOD,OBS_VALUE,OBS_STATUS,' +
  'OBS_CONF,OBS_PRE_BREAK,OBS_COM,TIME_FORMAT,BREAKS,COLLECTION,COMPILING_ORG,DISS_ORG,DOM_SER_IDS,FM_CONTRACT_TIME,' +
  'FM_COUPON_RATE,FM_IDENTIFIER,FM_LOT_SIZE,FM_MATURITY,FM_OUTS_AMOUNT,FM_PUT_CALL,FM_STRIKE_PRICE,PUBL_MU,PUBL_PUBLIC,' +
  'UNIT_INDEX_BASE,COMPILATION,COVERAGE,DECIMALS,SOURCE_AGENCY,SOURCE_PUB,TITLE,TITLE_COMPL,UNIT,UNIT_MULT';

const line = (on: string, value: string): string =>
  `FM.B.U2.EUR.4F.KR.MRR_FR.LEV,B,U2,EUR,4F,KR,MRR_FR,LEV,${on},${value},A,F,,,P1D,,E,4F0,,,,,,,,,,,,,,,,7,,,` +
  'Main refinancing operations - fixed rate tenders (fixed rate) (date of changes) - Level,' +
  '"Euro area (changing composition) - Key interest rate - ECB Main refinancing operations, fixed rate tenders - ""MRR"" - Level - Euro, provided by ECB",' +
  'PCPA,0';

/** When the main rate changed, and to what; no fixed rate was given in the years of variable tenders. */
export const CHANGES: readonly (readonly [on: string, value: string])[] = [
  ['1999-01-01', '3'],
  ['2000-06-28', ''],
  ['2008-10-15', '3.75'],
  ['2014-09-10', '0.05'],
  ['2016-03-16', '0'],
  ['2022-07-27', '0.5'],
  ['2022-09-14', '1.25'],
  ['2022-11-02', '2'],
  ['2022-12-21', '2.5'],
  ['2023-02-08', '3'],
  ['2023-03-22', '3.5'],
  ['2023-05-10', '3.75'],
  ['2023-06-21', '4'],
  ['2023-08-02', '4.25'],
  ['2023-09-20', '4.5'],
  ['2024-06-12', '4.25'],
  ['2024-09-18', '3.65'],
  ['2024-10-23', '3.4'],
  ['2024-12-18', '3.15'],
  ['2025-02-05', '2.9'],
  ['2025-03-12', '2.65'],
  ['2025-04-23', '2.4'],
  ['2025-06-11', '2.15'],
  ['2026-06-17', '2.4'],
  ['2026-09-16', '2.65'],
];

export const csvOf = (changes: readonly (readonly [on: string, value: string])[]): string =>
  `${[HEADER, ...changes.map(([on, value]) => line(on, value))].join('\n')}\n`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const answering =
  (status: number, type: string, text: string): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': type }).end(text);

/** Stands in for the ECB's data service; `answers` changes what it says, `asked` are the paths it was asked for. */
export const ecbServer = async () => {
  let answer: Answer = answering(200, 'application/vnd.sdmx.data+csv', csvOf(CHANGES));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers: (next: Answer): void => void (answer = next),
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
