import { WITHIN, words, type Patterns } from './patterns.ts';

const BAILIFF = '(?:gerechts)?deurwaarders?';
/** "zonder kosten", "geen kosten" and the law's own name of the 40 euros claim nothing. */
const NOT_DENIED = '(?<!(?:zonder|geen|noch|vergoeding voor)(?: \\p{L}+)? )';

export const nl: Patterns = {
  seizure: words(
    '(?<!(?:tijd|ruimte|dagen|weken) in )beslag(?:leg\\p{L}*|nam\\p{L}*|procedure\\p{L}*)?',
    '(?:uw|de) (?:bank)?rekening(?:en)? (?:te )?(?:blokkeren|bevriezen)',
    'inboedel',
    'loonbeslag\\p{L}*',
  ),
  bailiffComes: words(
    `${BAILIFF}${WITHIN}(?:deur|thuis|bij u|langs\\p{L}*|aanbel\\p{L}*|bezoek\\p{L}*|kom(?:t|en)|ter plaatse)`,
    `(?:stu(?:u)?r\\p{L}*|zend\\p{L}*|kom(?:t|en)|bezoek|langskomen)${WITHIN}${BAILIFF}`,
  ),
  disgrace: words(
    'politie',
    'strafklacht\\p{L}*',
    `(?:dien|leg)\\p{L}*${WITHIN}klacht (?:in|neer)`,
    'klacht (?:neerleggen|bij het parket)',
    'oplicht\\p{L}*',
    'fraud\\p{L}*',
    'zwarte lijst\\p{L}*',
    'wanbetaler\\p{L}*',
    `(?:publice\\p{L}+|bekend ?ma\\p{L}+|openbaar ma\\p{L}+)${WITHIN}uw (?:naam|schuld)`,
    `uw (?:naam|schuld)${WITHIN}(?:publice\\p{L}+|bekend ?ma\\p{L}+|openbaar)`,
  ),
  lastNotice: words(
    '(?:aller)?(?:laatste|ultieme) (?:\\p{L}+ )?(?:aanmaning|herinnering|waarschuwing|kans|verwittiging|sommatie|rappel|betalingsherinnering|bericht)(?:en|s)? ?(?:voor|alvorens)?',
    `(?:voor|vóór|alvorens|vooraleer|voordat)${WITHIN}(?:gerechtelijke|juridische) (?:stappen|procedures?|vervolging\\p{L}*|acties?|invordering)`,
  ),
  costs: words(
    'op uw kosten',
    `${NOT_DENIED}\\p{L}*kosten${WITHIN}(?:te uwen laste|voor uw rekening|u ten laste|ten laste van u|aangerekend|aanrekenen|bijkom\\p{L}+)`,
    `${NOT_DENIED}(?:bijkomende|extra) kosten`,
    `${NOT_DENIED}(?:aanmanings|herinnerings|rappel|invorderings|incasso|dossier|gerechts|administratie|procedure|inningsproces|innings)kosten`,
  ),
  courtLook: words(
    'bevel tot betal(?:en|ing)',
    'dwangbevel(?:en)?',
    'sommatie (?:om te betalen|tot betaling)',
    '(?:deurwaarders)?exploot',
    'uitvoerbare titel',
    'in naam (?:des konings|van de koning)',
    'de griffier',
    'vonnis (?:gewezen|geveld|uitgesproken)',
    '(?:hierbij |wordt u )betekend',
    '(?:u wordt|wordt u|u bent|bent u)(?: hierbij)? gedagvaard',
  ),
  accessories: words(
    '(?:verwijl|nalatigheids|moratoire ?|achterstands)?interest(?:en)?',
    '(?:verwijl|nalatigheids|moratoire ?|achterstands)?rente(?:n|voet|voeten|s)?',
    '(?:forfaitaire|vaste|wettelijke) (?:schade)?vergoeding(?:en)?',
    '(?:invorderings|schade)vergoeding(?:en)?',
    'schadebeding(?:en)?',
    'boete(?:s|beding|bedingen)?',
    'verhoging(?:en)? (?:van de schuld|wegens)',
  ),
  notice: words(
    'ingebrekestelling(?:en)?',
    'in gebreke (?:te )?(?:stel\\p{L}*|gesteld|worden)',
    `stel(?:t|len)?${WITHIN}in gebreke`,
  ),
  court: words(
    '\\p{L}*rechtbank(?:en)?',
    'vrederechters?',
    '(?:de|een) rechter',
    'gerecht(?:elijke?)?',
    'in rechte',
    '(?:juridische|wettelijke) (?:stappen|procedures?|acties?)',
    '(?:ge)?dagvaard\\p{L}*',
    'betalingsbevel(?:en)?',
    'vervolg(?:en|ing|ingen)',
    'geschillenprocedure',
  ),
  professional: words(
    BAILIFF,
    'advoca(?:at|ten|tenkantoor)',
    'incasso\\p{L}*',
    '(?:invorderings|innings)(?:bureau|kantoor|maatschappij|partner)s?',
    `(?:invordering|inning)${WITHIN}(?:toevertrouw\\p{L}+|vertrouw\\p{L}+|uit handen|aan een (?:vakman|professional|specialist))`,
    `(?:toevertrouw\\p{L}+|overdragen|uit handen geven)${WITHIN}(?:vakman|professional|specialist|derde)`,
  ),
  stopDeliveries: words(
    `(?:schort\\p{L}*|opschort\\p{L}*|stopzett\\p{L}*|zett\\p{L}*|onderbrek\\p{L}*|blokker\\p{L}*|stak\\p{L}*|stopp\\p{L}*|niet (?:meer|langer))${WITHIN}(?:lever\\p{L}+|bestellingen|dienstverlening)${WITHIN}(?:op|stop|stopgezet)?`,
    `(?:lever\\p{L}+|bestellingen|dienstverlening)${WITHIN}(?:op te schorten|opgeschort|opschorten|stopgezet|stopzetten|geblokkeerd|gestaakt)`,
  ),
  sumInWords: words(
    '(?:\\p{L}*(?:tig|tien|elf|twaalf|honderd|duizend)|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen) ?euro',
  ),
};
