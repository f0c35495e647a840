/**
 * Words that tell of saying. Each verb lists what may follow it:
 * - `q` takes a quotation or a bare clause, also after its content: "…," she said
 * - `c` takes a clause with or without "that"
 * - `w` takes whether, if, how, what …
 * - `a` takes an addressee first: told reporters that …
 * - `i` takes an infinitive of its own subject: pledged to …
 * - `o` takes somebody and an infinitive: urged them to …
 * - `n` takes a noun phrase that is what was said or spoken about: announced a plan, praised the deal
 * - `m` tells of a thought rather than of speech: believes, hopes
 */
const VERBS: Readonly<Record<string, string>> = {
  q: 'say add note state write explain continue reply respond answer conclude remark observe insist argue claim tweet declare announce warn stress recall acknowledge admit assert contend concede comment quip joke lament complain counter muse exclaim shout yell scream cry chant read reiterate repeat recount report predict boast brag caution confess vow promise pledge suggest summarize sum agree emphasize emphasise maintain retort interject testify allege affirm confirm clarify elaborate post opine plead pray urge advise deadpan fume gush grumble grouse mumble murmur mutter snap sneer scoff shoot whisper crow marvel rant reason surmise theorize venture volunteer snark intone proclaim profess rejoin thunder cable telegraph email text blog gripe offer reflect cite go begin finish',
  c: 'say add note state write explain reply respond answer conclude remark observe insist argue claim tweet declare announce warn stress recall acknowledge admit assert contend concede comment quip joke lament complain counter exclaim shout reiterate repeat report predict boast brag caution confess vow promise pledge suggest agree emphasize emphasise maintain retort testify allege affirm confirm clarify opine plead pray urge advise proclaim profess propose recommend demand deny reveal disclose mention indicate signal hint imply estimate project forecast rule find show charge posit underscore underline highlight stipulate swear speculate theorize hypothesize advocate request',
  w: 'say explain ask wonder question describe discuss recall reveal disclose report decide debate consider inquire query wrote tell show explore address',
  a: 'tell assure remind inform warn advise notify caution promise ask show convince persuade brief',
  i: 'promise pledge vow threaten offer refuse decline swear propose claim demand ask plan agree vow urge',
  o: 'urge ask tell order advise encourage implore beg instruct press direct exhort invite challenge command warn recommend beseech lobby entreat',
  n: 'announce propose mention cite quote praise criticize criticise denounce condemn describe call dub label slam blast hail applaud commend congratulate thank accuse blame deny dismiss reject dispute decry deride mock ridicule attack rip bash lambaste chide rebuke scold assail defend detail outline discuss address explain express voice pledge promise demand declare tout acknowledge admit recall recount note raise highlight stress emphasize emphasise underscore reiterate repeat report reveal disclose confirm predict promise endorse tweet retweet issue release publish offer question challenge ask answer compare credit invoke brand characterize characterise term welcome lament bemoan protest counter refute rebut debunk suggest propose advocate recommend insult say claim allege deplore trumpet extol laud salute berate ridicule castigate lampoon skewer pan tear ',
  m: 'believe think feel hope expect fear doubt worry assume suspect reckon figure anticipate foresee argue wish understand realize learn consider regret',
};

/** Verbs that tell of saying only together with a word after them, and what that makes them. */
const PHRASES: Readonly<Record<string, string>> = {
  'point out': 'q c n w',
  'call for': 'n',
  'call on': 'o n',
  'call upon': 'o n',
  'call out': 'n',
  'speak about': 'n w',
  'speak of': 'n',
  'speak out': 'n',
  'talk about': 'n w',
  'talk of': 'n',
  'refer to': 'n',
  'allude to': 'n',
  'point to': 'n',
  'object to': 'n',
  'respond to': 'n',
  'reply to': 'n',
  'react to': 'n',
  'commit to': 'n',
  'admit to': 'n',
  'confess to': 'n',
  'complain about': 'n w',
  'complain of': 'n',
  'joke about': 'n w',
  'brag about': 'n w',
  'boast about': 'n w',
  'boast of': 'n',
  'rail against': 'n',
  'argue for': 'n',
  'argue against': 'n',
  'argue about': 'n',
  'warn of': 'n',
  'warn about': 'n',
  'warn against': 'n',
  'ask about': 'n',
  'ask for': 'n',
  'wonder about': 'n',
  'comment on': 'n w',
  'comment about': 'n w',
  'elaborate on': 'n w',
  'apologize for': 'n',
  'apologise for': 'n',
  'push for': 'n',
  'press for': 'n',
  'plead for': 'n',
  'lobby for': 'n',
  'write about': 'n w',
  'write of': 'n',
  'tweet about': 'n w',
  'lash out': 'n',
  'weigh in': 'n',
  'push back': 'n',
  'testify about': 'n w',
  'go on': 'q',
  'put it': 'q',
  'lay out': 'n',
  'spell out': 'n w',
  'rule out': 'n',
  'sum up': 'q n',
  'chime in': 'q',
  'think about': 'm n',
  'think of': 'm n',
  'hope for': 'm n',
  'worry about': 'm n w',
  'agree with': 'm n',
  'agree to': 'm n',
  'agree on': 'm n',
  'disagree with': 'm n',
  'believe in': 'm n',
  'know about': 'm n',
  'care about': 'm n',
  'focus on': 'm n',
};

/** Spanish, in the forms that news prose uses; each is its own lemma. */
const SPANISH: Readonly<Record<string, string>> = {
  'q c':
    'dijo dijeron afirmó afirma afirmaron añadió añade explicó explica explicaron contó cuenta señaló señala indicó indica aseguró asegura sostuvo sostiene declaró declara manifestó advirtió advierte recordó recuerda reconoció reconoce admitió admite respondió responde concluyó concluye subrayó subraya destacó destaca insistió insiste precisó aclaró apuntó comentó confirmó anunció anunciaron informó informaron reveló prometió lamentó denunció aseveró expresó agregó relató replicó preguntó opinó opina consideró considera cree escribió detalló matizó pidió pidieron exigió propuso',
  n: 'calificó pidió pidieron exigió criticó anunció rechazó propuso describió llamó felicitó agradeció instó acusó elogió condenó',
};

const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say', says: 'say', told: 'tell', wrote: 'write', written: 'write', thought: 'think', knew: 'know', known: 'know',
  felt: 'feel', understood: 'understand', saw: 'see', seen: 'see', heard: 'hear', spoke: 'speak', spoken: 'speak',
  shot: 'shoot', swore: 'swear', sworn: 'swear', found: 'find', shown: 'show', foresaw: 'foresee', forgot: 'forget',
  went: 'go', gone: 'go', goes: 'go', began: 'begin', begun: 'begin', put: 'put', laid: 'lay', meant: 'mean',
  sought: 'seek', tore: 'tear', denied: 'deny', read: 'read', held: 'hold', 'tweet-stormed': 'tweet',
}; // biome-ignore format: a table

export interface CueForm {
  readonly lemma: string;
  readonly form: 'base' | 's' | 'past' | 'ing';
}

const forms = new Map<string, CueForm>();
const frames = new Map<string, Set<string>>();

for (const [frame, verbs] of Object.entries(VERBS)) for (const verb of verbs.split(' ')) learn(verb, frame);
for (const [phrase, letters] of Object.entries(PHRASES)) {
  frames.set(phrase, new Set(letters.split(' ')));
  inflect(phrase.slice(0, phrase.indexOf(' ')));
}
for (const [form, lemma] of Object.entries(IRREGULAR)) {
  const kind = form.endsWith('s') ? 's' : 'past';
  if (frames.has(lemma) || [...frames.keys()].some((key) => key.startsWith(`${lemma} `)))
    forms.set(form, { lemma, form: kind });
}

for (const [letters, words] of Object.entries(SPANISH)) {
  for (const word of words.split(' ')) {
    frames.set(word, new Set([...(frames.get(word) ?? []), ...letters.split(' ')]));
    forms.set(word, { lemma: word, form: 'past' });
  }
}

function learn(verb: string, frame: string): void {
  const known = frames.get(verb) ?? new Set();
  frames.set(verb, known.add(frame));
  inflect(verb);
}

/** Regular English inflection; irregular forms are listed above. */
function inflect(verb: string): void {
  const doubled =
    /[^aeiou][aeiou][bdgmnprt]$/.test(verb) &&
    /^(beg|plan|brag|snap|rip|slam|pan|plug|admit|permit|shrug|pin|dub|blog|stun|quip|swear)$/.test(verb) &&
    verb !== 'swear';
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : doubled ? verb + (verb.at(-1) ?? '') : verb;
  const y = /[^aeiou]y$/.test(verb);
  const set = (word: string, form: CueForm['form']) =>
    forms.has(word) || forms.set(word, { lemma: verb, form });
  set(verb, 'base');
  set(y ? `${verb.slice(0, -1)}ies` : /(s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`, 's');
  set(y ? `${verb.slice(0, -1)}ied` : `${stem}ed`, 'past');
  set(`${stem}ing`, 'ing');
}

/** The cue verb a word is a form of, or undefined. */
export function cueForm(lower: string): CueForm | undefined {
  return forms.get(lower);
}

/** What may follow a verb, or a verb with the word after it; undefined if it is no cue. */
export function framesOf(lemma: string): ReadonlySet<string> | undefined {
  return frames.get(lemma);
}
