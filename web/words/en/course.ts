/** Why a case waits, what comes next, what would change it. */
export const course = {
  closed: (day: string, outcome: string) => `Closed on ${day}: ${outcome}.`,
  handedOver: (day: string) => `Handed over on ${day}: nothing is written to the debtor any more.`,
  onHold: (kind: string, until: string | null) =>
    `On hold (${kind})${until === null ? '' : ` until ${until} included`}.`,
  waitsFor: (tasks: string) => `Waits for a person: ${tasks}.`,
  waitBy: (task: string, day: string, then: string) => `${task} (by ${day}, ${then})`,
  ended: 'The course has ended and the invoice is unpaid: a person decides.',
  doing: (step: string) => `Being done now: ${step}.`,
  waitsUntil: (day: string, step: string) => `Waits for ${day}, the day of this step: ${step}.`,
  legalWait: (from: string, step: string, day: string | null) =>
    `The law gives the consumer time to pay: nothing before ${from}${day === null ? '' : `; then ${step}, on ${day}`}.`,
  passed: (step: string) => `This step has passed its last day: ${step}.`,
  nothing: 'Nothing more will be sent.',
  nothingByItself: 'Nothing by itself.',
  answer: 'A written answer is sent now.',
  holdEnds: (day: string) => `The pause ends after ${day}.`,
  holdEndsThen: (day: string, step: string, stepDay: string) =>
    `The pause ends after ${day}; then ${step} on ${stepDay} at the earliest.`,
  asks: 'A person is asked to decide: hand over, write off or pause.',
  deadline: (day: string) => `Its deadline passes on ${day}.`,
  step: (step: string, channel: string, day: string) => `${step} (${channel}) on ${day}.`,
  reversed: 'A payment that goes back would reopen it.',
  correction: 'Only a correction of the facts.',
  holdChange: 'A payment ends it; a person can resume it.',
  waitChange: 'A payment ends it; whoever does the task moves it on.',
  change: 'A payment ends it; a pause stops it for a while; a person can do or skip the next step.',
};
