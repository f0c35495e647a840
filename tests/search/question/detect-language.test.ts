import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { detectLanguage, languageOfText } from '../../../src/search/question/detect-language.ts';
import { tokenize } from '../../../src/search/text/tokenize.ts';

const lexicon = loadLexicon('data/lexicon');
const tokens = (text: string) => tokenize(text, (run) => [run]);

describe('the language of a text', () => {
  test.each([
    ['en', 'The bridge was closed on 4 May because divers found cracks in it.'],
    ['es', 'El puente se cerró el 4 de mayo porque los buzos encontraron grietas.'],
    ['de', 'Die Brücke wurde am 4. Mai gesperrt, weil Taucher Risse in ihr gefunden haben.'],
    ['fr', 'Le pont a été fermé le 4 mai parce que des plongeurs y ont trouvé des fissures.'],
    ['pt', 'A ponte foi fechada em 4 de maio porque os mergulhadores encontraram rachaduras.'],
    ['it', 'Il ponte è stato chiuso il 4 maggio perché i sommozzatori hanno trovato delle crepe.'],
    ['nl', 'De brug werd op 4 mei gesloten omdat duikers er scheuren in vonden.'],
    ['ro', 'Podul a fost închis pe 4 mai pentru că scafandrii au găsit crăpături în el.'],
    ['tr', 'Köprü, dalgıçlar iki ayakta çatlak bulduğu için 4 Mayıs’ta kapatıldı ve daha açılmadı.'],
    ['vi', 'Cây cầu đã bị đóng vào ngày 4 tháng 5 vì các thợ lặn tìm thấy những vết nứt.'],
    ['ru', 'Мост закрыли 4 мая, потому что водолазы нашли трещины.'],
    ['uk', 'Міст закрили 4 травня, бо водолази знайшли тріщини в двох його опорах.'],
    ['ar', 'أغلق الجسر في 4 مايو لأن الغواصين وجدوا شقوقا.'],
    ['fa', 'پل در ۴ مه بسته شد، زیرا غواصان ترک‌هایی پیدا کردند.'],
    ['hi', 'पुल 4 मई को बंद कर दिया गया क्योंकि गोताखोरों को दरारें मिलीं।'],
    ['th', 'สะพานปิดเมื่อวันที่ 4 พฤษภาคม เพราะนักดำน้ำพบรอยร้าว'],
    ['el', 'Η γέφυρα έκλεισε στις 4 Μαΐου επειδή οι δύτες βρήκαν ρωγμές.'],
    ['zh', '大桥于5月4日关闭，因为潜水员发现裂缝。'],
    ['ja', '橋は五月四日に閉鎖された。潜水士がひびを見つけたためである。'],
    ['ko', '잠수부들이 균열을 발견하여 다리는 5월 4일에 폐쇄되었다.'],
  ])('%s: %s', (language, text) => {
    expect(languageOfText(text, tokens(text), lexicon)).toBe(language);
  });

  test('is told by few small words where none of them is of another language', () => {
    const turkish = `Dalgıçlar iki ayakta çatlaklar bulduğu için belediye meclisi Mayısta eski köprüyü kapattı. Onarım çalışmaları
      on iki milyon krona mal olacak ve en az bir yıl sürecek. Esnaflar müşterilerini kaybetmekten korkuyor, ancak belediye
      başkanı onlara destek sözü verdi. Yeni vapur sabahtan akşama kadar saat başı karşı kıyıya geçiyor.`;
    expect(languageOfText(turkish, tokens(turkish), lexicon)).toBe('tr');
  });

  test.each([
    'Rada miasta zamknęła stary most w maju, ponieważ nurkowie znaleźli pęknięcia w dwóch filarach. Naprawa będzie kosztować dwanaście milionów koron i potrwa co najmniej rok. Kupcy boją się o swoich klientów, ale burmistrz obiecuje im wsparcie. Nowy prom kursuje od rana na drugą stronę rzeki.',
    'Kommunen stängde den gamla bron i maj eftersom dykare fann sprickor i två pelare. Reparationen kommer att kosta tolv miljoner kronor och ta minst ett år.',
  ])('is not guessed: %s', (text) => {
    expect(languageOfText(text, tokens(text), lexicon)).toBe('und');
  });

  test('is not told where its small words are those of no language known', () => {
    const finnish = `Kaupunki sulki vanhan sillan toukokuussa, koska sukeltajat löysivät halkeamia kahdesta pilarista. Korjaus
      maksaa kaksitoista miljoonaa kruunua ja kestää ainakin vuoden. Kauppiaat pelkäävät asiakkaidensa puolesta, mutta
      pormestari lupaa heille tukea. Uusi lautta kulkee joka tunti aamusta iltaan joen yli.`;
    expect(languageOfText(finnish, tokens(finnish), lexicon)).toBe('und');
  });
});

describe('the language of a question about an English text', () => {
  test.each([
    ['es', '¿cuándo cerraron el puente?'],
    ['de', 'Wann wurde die Brücke gesperrt?'],
    ['fr', 'Pourquoi est-ce que le pont a été fermé ?'],
    ['zh', '大桥什么时候关闭?'],
    ['ru', 'когда закрыли мост'],
  ])('%s: %s', (language, question) => {
    expect(detectLanguage(question, tokens(question), lexicon, 'en')).toBe(language);
  });

  test.each(['wil china help w zones', 'rainy day fund', 'car park price', 'launch day', 'sim tray'])(
    'is English where one word might be of another: %s',
    (question) => {
      expect(detectLanguage(question, tokens(question), lexicon, 'en')).toBe('en');
    },
  );
});
