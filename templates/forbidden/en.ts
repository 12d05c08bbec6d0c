import { WITHIN, words, type Patterns } from './patterns.ts';

const BAILIFF = '(?:bailiffs?|enforcement (?:agents?|officers?)|judicial officers?)';
/** "without costs", "no fees" and the Directive's own name of the 40 euros claim nothing. */
const NOT_DENIED = '(?<!(?:without|no|nor|free of|any|sum for|compensation for)(?: \\p{L}+)? )';
const FEES = '(?:costs?|fees?|charges?)';

export const en: Patterns = {
  seizure: words(
    'seiz(?:e|es|ed|ing|ures?)',
    'attach(?:ment of|ing)? your (?:earnings|wages|accounts?|assets?|goods)',
    'attachment of earnings',
    'garnish\\p{L}*',
    'repossess\\p{L}*',
    'distraint',
    '(?:freez(?:e|ing)|block(?:ing)?) your (?:bank )?accounts?',
  ),
  bailiffComes: words(
    `${BAILIFF}${WITHIN}(?:door|home|visit\\p{L}*|call\\p{L}*|premises|com(?:e|es|ing)|attend\\p{L}*|knock\\p{L}*)`,
    `(?:send\\p{L}*|dispatch\\p{L}*|visit\\p{L}*|knock\\p{L}*)${WITHIN}${BAILIFF}`,
  ),
  disgrace: words(
    'the police',
    'criminal (?:complaints?|charges?|proceedings|offences?)',
    'press charges',
    'fraud(?:ster|sters|ulent|ulently)?',
    'black ?list\\p{L}*',
    'bad (?:payers?|debtors?)',
    `(?:publish|publici[sz]|disclos)\\p{L}*${WITHIN}your (?:name|debt)`,
    `your credit (?:record|rating|score|worthiness)`,
  ),
  lastNotice: words(
    '(?:final|last|ultimate) (?:\\p{L}+ )?(?:notice|reminder|demand|warning|chance)s?',
    'before (?:any |taking )?(?:legal|court|judicial) (?:action|proceedings|steps)',
    'before (?:court|proceedings|litigation)',
  ),
  costs: words(
    'at your (?:own )?(?:expense|costs?)',
    `${NOT_DENIED}${FEES}${WITHIN}(?:be added|be charged|be billed|borne by you|payable by you|for your account|be passed on)`,
    `(?:charge|bill|add|claim)\\p{L}*${WITHIN}${NOT_DENIED}(?:our|the|these|additional|extra) ${FEES}`,
    `${NOT_DENIED}(?:reminder|collection|recovery|administration|administrative|legal|court|late|dunning|file|additional|extra) ${FEES}(?! you)`,
  ),
  courtLook: words(
    'order to pay',
    '(?:writ|summons)',
    'you are (?:hereby )?(?:summoned|ordered)',
    'statutory demand',
    '(?:enforcement order|writ of execution)',
    'enforceable (?:title|judgment|instrument)',
    'in the name of the (?:king|people|law)',
    'clerk of the court',
    'judgment (?:entered|rendered|given|against you)',
    'hereby served',
  ),
  accessories: words(
    '(?:late[- ]payment|default|statutory|moratory|contractual|legal|accrued|daily|rate of) interest',
    "(?<!(?:in (?:the|your|our|everyone's|everybody's)|your|of|mutual|best) )interest(?! in )",
    'penalt(?:y|ies)',
    '(?:fixed|lump) sum',
    '(?:fixed|lump-sum|late-payment) (?:compensation|charge)',
    'compensation',
    'indemnit(?:y|ies)',
    'surcharges?',
  ),
  notice: words(
    'formal notice',
    'formally (?:demand|give you notice|put you on notice)',
    'put you on (?:formal )?notice',
  ),
  court: words(
    'courts?',
    'tribunals?',
    'legal (?:action|proceedings|steps)',
    'judicial (?:action|proceedings|steps|recovery)',
    'proceedings',
    'litigation',
    'lawsuits?',
    '(?:sue|suing) you',
    'judges?',
    'order for payment',
  ),
  professional: words(
    BAILIFF,
    '(?:solicitor|lawyer|attorney|barrister)s?',
    'law firms?',
    '(?:debt )?(?:collection|recovery) (?:agenc(?:y|ies)|compan(?:y|ies)|firms?|agents?|professionals?|specialists?)',
    'debt collectors?',
    `(?:recovery|collection)${WITHIN}to (?:a|an) (?:\\p{L}+ )?(?:professional|specialist|agency)`,
  ),
  stopDeliveries: words(
    `(?:suspend\\p{L}*|stop\\p{L}*|interrupt\\p{L}*|halt\\p{L}*|withhold\\p{L}*|no longer|cease\\p{L}*)${WITHIN}(?:deliver\\p{L}*|suppl(?:y|ies|ying)|shipments?|services)`,
    `(?:deliver\\p{L}*|supplies|shipments?|services)${WITHIN}(?:suspended|stopped|on hold|halted|withheld)`,
  ),
  sumInWords: words(
    '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand) ?euros?',
  ),
};
