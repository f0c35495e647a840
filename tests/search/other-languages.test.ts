import { describe, expect, test } from 'vitest';
import { draftOfText } from '../../src/announcement/plain-text.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import { verify } from '../../src/announcement/verify.ts';
import { consider } from '../../src/search/answer.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';
import { prepare } from '../../src/search/prepare.ts';
import { answerOpening } from '../../src/search/question/answer-opening.ts';
import { readQuestion } from '../../src/search/question/read-question.ts';
import { featureNamed } from '../../src/search/ranking/feature-names.ts';
import { tokenize } from '../../src/search/text/tokenize.ts';

const lexicon = loadLexicon('data/lexicon');

function announcementOf(text: string) {
  const verified = verify(draftOfText(text, 'text', 'text.txt'));
  if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
  return verified.value;
}

const searchIn = (text: string) => createSearch(announcementOf(text), lexicon);

/** A text in each language, with questions, words of the right answer, and a question that it does not answer. */
const texts: readonly {
  readonly language: string;
  readonly text: string;
  readonly asked: readonly (readonly [question: string, answer: string])[];
  readonly foreign: string;
}[] = [
  {
    language: 'German',
    text: 'Die alte Brücke über die Marne wurde 1911 von der Ingenieurin Ada Quill gebaut. Jeden Tag fahren neuntausend Lastwagen darüber.\n\nDer Stadtrat hat sie am 4. Mai gesperrt, weil Taucher Risse in zwei Pfeilern fanden. Die Reparatur kostet 12 Millionen Kronen.',
    asked: [
      ['Wann wurde die Brücke gebaut?', '1911'],
      ['warum hat der stadtrat die bruecken gesperrt', 'Risse'],
      ['was kosten die reparaturen', '12 Millionen'],
    ],
    foreign: 'Wer hat das Pokalfinale gewonnen?',
  },
  {
    language: 'French',
    text: "Le vieux pont sur la Marne a été construit en 1911 par l'ingénieure Ada Quill. Neuf mille camions l'empruntent chaque jour.\n\nLa ville l'a fermé le 4 mai parce que des plongeurs ont trouvé des fissures dans deux piliers. La réparation coûtera 12 millions de couronnes.",
    asked: [
      ['Quand le pont a-t-il été construit ?', '1911'],
      ['combien coutera la reparation', '12 millions'],
      ['pourquoi a-t-on fermé le pont, à cause de fissures ?', 'fissures'],
      ['qui est l’ingénieur du pont', 'Ada Quill'],
    ],
    foreign: 'Qui a gagné la finale de la coupe ?',
  },
  {
    language: 'Portuguese',
    text: 'A velha ponte sobre o Marne foi construída em 1911 pela engenheira Ada Quill. Nove mil caminhões passam por ela todos os dias.\n\nA câmara fechou-a em 4 de maio porque os mergulhadores encontraram rachaduras em dois pilares. A reparação custará 12 milhões de coroas.',
    asked: [
      ['Quando foi construída a ponte?', '1911'],
      ['quanto custara a reparacao', '12 milhões'],
    ],
    foreign: 'Quem ganhou a final da taça?',
  },
  {
    language: 'Russian',
    text: 'Старый мост через Марну построила в 1911 году инженер Ада Квилл. Каждый день по нему проезжают девять тысяч грузовиков.\n\nГородской совет закрыл его 4 мая, потому что водолазы нашли трещины в двух опорах. Ремонт обойдётся в 12 миллионов крон.',
    asked: [
      ['Когда построили старый мост?', '1911'],
      ['почему городской совет закрыл мост', 'трещины'],
      ['во сколько обойдется ремонт', '12 миллионов'],
    ],
    foreign: 'Кто выиграл финал кубка?',
  },
  {
    language: 'Arabic',
    text: 'بنت المهندسة آدا كويل الجسر القديم فوق نهر المارن في عام 1911. تعبر الجسر تسعة آلاف شاحنة كل يوم.\n\nأغلق مجلس المدينة الجسر في 4 مايو لأن الغواصين وجدوا شقوقا في دعامتين. ستكلف الإصلاحات 12 مليون كرونة.',
    asked: [
      ['متى بنت المهندسة الجسر القديم؟', '1911'],
      ['كم تكلفة الاصلاحات؟', '12 مليون'],
    ],
    foreign: 'من فاز بنهائي الكأس؟',
  },
  {
    language: 'Hindi',
    text: 'मार्न पर पुराना पुल 1911 में इंजीनियर एडा क्विल ने बनाया था। हर दिन नौ हज़ार ट्रक इस पर से गुज़रते हैं।\n\nनगर परिषद ने 4 मई को इसे बंद कर दिया क्योंकि गोताखोरों को दो खंभों में दरारें मिलीं। मरम्मत पर १२ मिलियन क्राउन खर्च होंगे।',
    asked: [
      ['पुराना पुल कब बनाया गया था?', '1911'],
      ['पुल की मरम्मत पर कितना खर्च होगा?', '१२ मिलियन'],
    ],
    foreign: 'कप का फाइनल किसने जीता?',
  },
  {
    language: 'Turkish',
    text: "Marne üzerindeki eski köprü 1911'de mühendis Ada Quill tarafından yapıldı. Her gün dokuz bin kamyon köprüden geçiyor.\n\nBelediye meclisi köprüyü 4 Mayıs'ta kapattı, çünkü dalgıçlar iki ayakta çatlak buldu. Onarım 12 milyon krona mal olacak.",
    asked: [
      ['Eski köprü ne zaman yapıldı?', '1911'],
      ['koprunun onarimi ne kadara mal olacak', '12 milyon'],
    ],
    foreign: 'Kupa finalini kim kazandı?',
  },
  {
    language: 'Vietnamese',
    text: 'Cây cầu cũ bắc qua sông Marne được kỹ sư Ada Quill xây dựng vào năm 1911. Mỗi ngày có chín nghìn xe tải đi qua.\n\nHội đồng thành phố đã đóng cầu vào ngày 4 tháng 5 vì thợ lặn tìm thấy vết nứt ở hai trụ. Việc sửa chữa sẽ tốn 12 triệu curon.',
    asked: [
      ['Cây cầu cũ được xây dựng khi nào?', '1911'],
      ['sua chua ton bao nhieu', '12 triệu'],
    ],
    foreign: 'Đội nào vô địch giải bóng đá?',
  },
  {
    language: 'Thai',
    text: 'สะพานเก่าข้ามแม่น้ำมาร์นสร้างขึ้นในปี 1911 โดยวิศวกรเอดา ควิลล์\n\nสภาเมืองปิดสะพานเมื่อวันที่ 4 พฤษภาคมเพราะนักดำน้ำพบรอยร้าวในเสาสองต้น\n\nค่าซ่อมแซมจะอยู่ที่ 12 ล้านโครน',
    asked: [
      ['สะพานเก่าสร้างขึ้นเมื่อไหร่', '1911'],
      ['ค่าซ่อมแซมเท่าไหร่', '12 ล้าน'],
    ],
    foreign: 'ใครชนะฟุตบอลถ้วยนัดชิงชนะเลิศ',
  },
  {
    language: 'Greek',
    text: 'Η παλιά γέφυρα πάνω από τον Μάρνη χτίστηκε το 1911 από τη μηχανικό Άντα Κουίλ. Κάθε μέρα περνούν εννέα χιλιάδες φορτηγά.\n\nΤο δημοτικό συμβούλιο την έκλεισε στις 4 Μαΐου επειδή δύτες βρήκαν ρωγμές σε δύο πυλώνες. Η επισκευή θα κοστίσει 12 εκατομμύρια κορώνες.',
    asked: [
      ['Πότε χτίστηκε η παλιά γέφυρα;', '1911'],
      ['ποσο θα κοστισουν οι επισκευες', '12 εκατομμύρια'],
    ],
    foreign: 'Ποιος κέρδισε τον τελικό του κυπέλλου;',
  },
  {
    language: 'Romanian',
    text: 'Vechiul pod peste Marna a fost construit în 1911 de inginera Ada Quill. Nouă mii de camioane îl traversează zilnic.\n\nConsiliul local l-a închis pe 4 mai deoarece scafandrii au găsit crăpături în doi piloni. Reparațiile vor costa 12 milioane de coroane.',
    asked: [
      ['Când a fost construit podul vechi?', '1911'],
      ['cat vor costa reparatiile podului', '12 milioane'],
    ],
    foreign: 'Cine a câștigat finala cupei?',
  },
  {
    language: 'Italian',
    text: "Il vecchio ponte sulla Marna fu costruito nel 1911 dall'ingegnera Ada Quill. Novemila camion lo attraversano ogni giorno.\n\nIl comune l'ha chiuso il 4 maggio perché i sommozzatori hanno trovato crepe in due piloni. La riparazione costerà 12 milioni di corone.",
    asked: [
      ['Quando fu costruito il ponte?', '1911'],
      ['quanto costeranno le riparazioni', '12 milioni'],
    ],
    foreign: 'Chi ha vinto la finale di coppa?',
  },
  {
    language: 'Dutch',
    text: 'De oude brug over de Marne werd in 1911 gebouwd door ingenieur Ada Quill. Elke dag rijden er negenduizend vrachtwagens overheen.\n\nDe gemeenteraad sloot haar op 4 mei omdat duikers scheuren in twee pijlers vonden. De reparatie kost 12 miljoen kronen.',
    asked: [
      ['Wanneer werd de brug gebouwd?', '1911'],
      ['wat kosten de reparaties', '12 miljoen'],
    ],
    foreign: 'Wie won de bekerfinale?',
  },
];

describe.each(texts)('a text in $language that nobody prepared', ({ text, asked, foreign }) => {
  const search = searchIn(text);

  test.each(asked)('%s → %s', (question, words) => {
    const outcome = search.ask(question);
    const best =
      outcome.kind === 'quote' ? wordsAt(outcome.best.statement.source, outcome.best.span) : outcome.kind;
    expect(best).toContain(words);
  });

  test(`does not say: ${foreign}`, () => {
    expect(search.ask(foreign).kind).toBe('not-said');
  });
});

describe('the kind of answer', () => {
  const considered = (text: string, question: string) => {
    const parts = prepare(announcementOf(text), lexicon);
    return consider(readQuestion(question, parts.questionReader), null, parts);
  };

  test('a German noun is no name, an English capital makes one', () => {
    const names = (text: string, question: string) =>
      considered(text, question)
        .question.terms.filter(({ name }) => name)
        .map(({ word }) => word);
    expect(names('Die Brücke ist seit dem 4. Mai gesperrt.', 'Ist die Fähre auch gesperrt?')).toEqual([]);
    expect(names('The bridge is closed since 4 May.', 'Is the ferry to Avonlea closed too?')).toEqual([
      'avonlea',
    ]);
  });

  test.each([
    ['The engineer found the cracks.', 'Who found the cracks?', 1, 'a name would have a capital'],
    ['كشف المهندس عيوب الجسر.', 'من كشف عيوب الجسر؟', 0, 'Arabic has none'],
    ['工程师发现了裂缝。', '谁发现了裂缝？', 0, 'Chinese has none'],
    ['Der Ingenieur fand die Risse.', 'Wer fand die Risse?', 0, 'every German noun has one'],
  ])('nobody is named in "%s" (%s): %d, since %s', (text, question, lacking) => {
    const best = considered(text, question).everything.ranked[0]?.features ?? [];
    expect(featureNamed(best, 'answersNothing')).toBe(lacking);
  });

  test.each([
    ['el', 'Πού χτίστηκε η γέφυρα;', 'where'],
    ['el', 'Τι βρήκαν οι δύτες που έλεγξαν τη γέφυρα;', null],
    ['fr', 'Où est le pont ?', 'where'],
    ['fr', 'un pont ou un bac ?', null],
    ['ar', 'من بنى الجسر؟', 'who'],
    ['ar', 'هل خرجت الشاحنات من المدينة؟', null],
  ])('%s: %s asks for %s', (language, question, kind) => {
    const words = lexicon.languages.get(language) ?? null;
    const tokens = tokenize(question, (run) => [run]).map((one) => ({ ...one, stem: one.word, stop: false }));
    expect(answerOpening(tokens, words)?.kind ?? null).toBe(kind);
  });
});

describe('Vietnamese, where marks make another word', () => {
  const parts = prepare(
    announcementOf('Sáu kỹ sư đã đến thăm nhà máy và kiểm tra dầu của cây cầu vào năm 1911.'),
    lexicon,
  );
  const met = (question: string) =>
    readQuestion(question, parts.questionReader).terms.map(
      ({ word, matches }) =>
        [word, Math.max(0, ...[...matches.values()].map(({ strength }) => strength))] as const,
    );

  test('finds them with their marks, and another word but weakly', () => {
    expect(met('dầu')).toEqual([['dau', 1]]);
    expect(met('dấu')).toEqual([['dau', 0.3]]);
  });

  test('finds them without any marks', () => {
    expect(met('cay cau')).toEqual([
      ['cay', 1],
      ['cau', 1],
    ]);
  });

  test('takes no word for one without meaning that differs in its marks', () => {
    expect(met('sáu')).toEqual([['sau', 1]]);
    expect(met('sau')).toEqual([]);
  });

  test('corrects no syllable to another', () => {
    expect(met('thắng nhanh')).toEqual([
      ['thang', 0],
      ['nhanh', 0],
    ]);
  });
});

describe('small talk', () => {
  test.each([
    ['Guten Morgen zusammen', 'greeting'],
    ['merci beaucoup', 'thanks'],
    ['bom dia pessoal', 'greeting'],
    ['спасибо всем', 'thanks'],
    ['السلام عليكم', 'greeting'],
    ['बहुत धन्यवाद', 'thanks'],
    ['teşekkürler', 'thanks'],
    ['xin chào mọi người', 'greeting'],
    ['ขอบคุณครับ', 'thanks'],
    ['καλημέρα παιδιά', 'greeting'],
    ['bună ziua', 'greeting'],
    ['buongiorno a tutti', 'greeting'],
    ['dank je wel', 'thanks'],
  ])('%s is %s, whatever the language of the text', (said, talk) => {
    expect(searchIn('The bridge was closed on 4 May.').ask(said)).toEqual({ kind: 'small-talk', talk });
  });
});
