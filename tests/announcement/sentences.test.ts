import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../../src/announcement/sentences.ts';

const sentences = (text: string, language = 'und') =>
  sentencesIn(text, [0, text.length], language).map(([start, end]) => text.slice(start, end));

describe('sentences in many languages', () => {
  test.each([
    [
      'German dates and centuries',
      [
        'Die Brücke wird am 12. Mai gesperrt.',
        'Sie stammt aus dem 16. und 17. Jahrhundert.',
        'Das war 1. Dann kam mehr.',
      ],
    ],
    ['German short forms', ['Rom fiel im 5. Jahrhundert n. Chr. an andere.', 'Es gab z. B. Brot.']],
    ['Spanish plurals', ['Los EE. UU. cerraron el puente.', 'Nadie protestó.']],
    ['Chinese', ['大桥于5月4日关闭。', '维修费用为1200万元！', '谁来付？']],
    ['Japanese', ['橋は閉鎖された。', '修理には一年かかる。']],
    ['Hindi, with initials', ['जॉन एफ. केनेडी ने पुल बंद किया।', 'मरम्मत में एक साल लगेगा।']],
    ['Arabic', ['أغلق د. سامي الجسر في مايو.', 'متى يفتح؟', 'لا أحد يعرف.']],
    ['Greek', ['Η γέφυρα έκλεισε.', 'Κανείς δεν ξέρει γιατί!']],
    ['Russian', ['Мост закрыли (см. 4 раздел).', 'Ремонт начнётся весной.']],
    ['Vietnamese', ['Cây cầu đã đóng cửa.', 'Sửa chữa mất một năm.']],
  ])('%s', (_, expected) => {
    const written = expected.flatMap((one) => one.split(/(?<=1\.) (?=Dann)/));
    expect(sentences(expected.join(' '))).toEqual(written);
  });

  test('of Thai are told by spaces where something else begins', () => {
    const clauses = [
      'สภาเมืองปิดสะพานเก่าข้ามแม่น้ำมาร์น เมื่อวันที่ 4 พฤษภาคม พ.ศ. 2568 เพราะนักดำน้ำพบรอยร้าวในเสาสองต้น ',
      'จากนั้นนายกเทศมนตรีสัญญาว่าจะช่วยร้านค้าที่อยู่ใกล้สะพานจนกว่าการซ่อมแซมจะเสร็จสิ้น  ',
      'เรือข้ามฟากลำใหม่จะออกทุกชั่วโมงตั้งแต่เช้าจนถึงเย็น',
    ];
    expect(sentences(clauses.join(''))).toEqual(clauses.map((one) => one.trim()));
  });

  test('that are short stay whole in Thai', () => {
    expect(sentences('สะพานปิด แต่เรือยังเดิน')).toHaveLength(1);
  });
});
