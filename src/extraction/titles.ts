/**
 * Words for offices and callings, as news prose puts them before a name ("President", "spokesman") or after it
 * ("…, a baker in Lagos"). General English, no one corpus's people.
 */
const OFFICE =
  'president vice-president chairman chairwoman chairperson chair chancellor premier minister secretary undersecretary senator sen sens representative rep reps congressman congresswoman governor gov govs mayor councilman councilwoman councillor councilor judge justice attorney lawyer counsel prosecutor sheriff ambassador envoy diplomat general gen colonel col captain capt lieutenant lt sergeant sgt major maj admiral adm commander officer chief head leader director executive ceo cfo coo cto founder cofounder co-founder owner partner manager coordinator spokesman spokeswoman spokesperson speaker aide adviser advisor strategist consultant analyst pollster economist historian professor prof scholar researcher scientist fellow dean provost principal teacher student doctor dr surgeon nurse engineer architect author writer novelist poet journalist reporter columnist editor correspondent anchor host commentator blogger actor actress comedian singer musician artist filmmaker producer coach player quarterback king queen prince princess pope cardinal bishop archbishop reverend rev rabbi imam sheikh pastor priest sir dame lord lady baron candidate nominee hopeful frontrunner front-runner contender lawmaker legislator politician official deputy assistant associate whip member activist organizer organiser advocate campaigner volunteer voter farmer baker businessman businesswoman entrepreneur investor banker billionaire millionaire mogul tycoon developer philanthropist expert veteran resident neighbor neighbour witness detective inspector superintendent trustee commissioner administrator auditor treasurer comptroller inspector negotiator delegate first lady husband wife mother father son daughter brother sister attorney-general pilot astronaut presidente presidenta alcalde alcaldesa ministro ministra consejero consejera ingeniero ingeniera directora portavoz secretario secretaria jefe jefa gobernador gobernadora diputado diputada senador senadora profesor profesora médico médica doctora abogado abogada fiscal juez jueza rey reina entrenador entrenadora capitán capitana';
const HONORIFIC = 'mr mrs ms miss mx madam';

const offices = new Set(OFFICE.split(' '));
const honorifics = new Set(HONORIFIC.split(' '));
const bare = (lower: string): string => lower.replace(/\.$/, '');

/** "President", "Sen.", "spokeswoman" (any case). */
export function isOffice(lower: string): boolean {
  return offices.has(bare(lower));
}

/** "Mr.", "Ms." */
export function isHonorific(lower: string): boolean {
  return honorifics.has(bare(lower));
}

/** Words that only qualify an office before a name: "former Senate Majority Leader", "acting". */
export const QUALIFIER =
  /^(?:former|ex|acting|interim|deputy|vice|senior|junior|chief|then|late|incoming|outgoing|retired|current|onetime|longtime|presumptive|prime|assistant|associate|first|white|house|senate|supreme|press|majority|minority|democratic|republican|conservative|liberal)$/;

const PERSON_ENDING = /(?:er|or|ist|ian|man|woman|person|eer|ess)$/;
const NO_PERSON =
  /^(?:order|paper|letter|chapter|power|number|other|matter|center|tower|river|water|newspaper|computer|offer|summer|winter|september|october|november|december|color|sector|factor|error|terror|honor|labor|behavior|monitor|disorder|border|corner|dinner|member|remainder|future|quarter|poster|banner|twitter|register|disaster|barrier|carrier|frontier|supper|career|business|process|success|congress|progress|access|press|address|mess)$/;

/** A common noun for one person: "the senator", "the baker", "the mogul". */
export function isPersonNoun(lower: string): boolean {
  return offices.has(lower) || (PERSON_ENDING.test(lower) && lower.length > 4 && !NO_PERSON.test(lower));
}

const MALE =
  /^(?:mr|sir|lord|king|prince|pope|father|husband|son|brother|man|chairman|spokesman|congressman|councilman|businessman|actor|gentleman|boy|rabbi|priest|bishop|imam|baron|cardinal)$/;
const FEMALE =
  /^(?:mrs|ms|miss|madam|lady|dame|queen|princess|mother|wife|daughter|sister|woman|chairwoman|spokeswoman|congresswoman|councilwoman|businesswoman|actress|girl)$/;

export type Gender = 'male' | 'female';

/** The gender a word for a person tells, if it does. */
export function genderOfWord(lower: string): Gender | null {
  const word = bare(lower);
  return MALE.test(word) ? 'male' : FEMALE.test(word) ? 'female' : null;
}

const ORGANISATION =
  /^(?:university|college|institute|institution|school|academy|department|ministry|bureau|agency|administration|committee|commission|council|court|congress|senate|parliament|assembly|house|party|union|league|association|federation|foundation|fund|bank|corporation|corp|inc|company|co|ltd|llc|group|holdings|partners|times|post|journal|news|herald|tribune|magazine|gazette|press|network|radio|television|tv|center|centre|hospital|church|museum|police|army|navy|force|forces|street|avenue|road|county|city|state|states|kingdom|republic|islands|river|lake|mountains|bay|airport|hotel|tower|hall|act|bill|treaty|agreement|partnership|forum|summit|conference|convention|initiative|project|program|service|services|office|board|authority|campaign|coalition|alliance|movement|society|club|studies|station|zone|zones|organization|organisation|nations|world|affairs|airlines|motors|technologies|systems|media|team|caucus|democrats|republicans|show|watch|train|garden|park|square|america|africa|europe|asia|post|day|war|week|month|year|game|games|cup|pac)$/;

/** A word that makes a capitalised phrase an organisation, place or event. */
export function isOrganisationWord(lower: string): boolean {
  return ORGANISATION.test(bare(lower));
}
