import { values } from './bad-value.ts';

export const numbers = values({
  zero: '0',
  'minus zero': '-0',
  'minus one': '-1',
  'a fraction': '0.1',
  'a number in powers of ten': '1e308',
  'more than any number': '1e1000',
  'more than a whole number holds': '9007199254740993',
  'two to the power of sixty-four': '18446744073709551616',
  'a number of sixteen': '0x1F',
  'a number with leading zeros': '0000000000007',
  'a number with signs inside': '1,000.000,00',
  'a number of another script': '１２３',
  'a half': '½',
  infinity: 'Infinity',
  'minus infinity': '-∞',
  'a number with a space before it': ' 7',
});

/** Times nobody can mean, or nobody can know what is meant by. None of them comes to be. */
export const dates = values({
  'the thirtieth of February': '2027-02-30 10:00',
  'the twenty-ninth of February in a common year': '29 February 2027 10:00',
  'the thirty-first of June': '31 June 2027 10:00',
  'month thirteen': '2027-13-01 10:00',
  'day zero': '2027-00-00 10:00',
  'hour twenty-five': '2027-03-01 25:00',
  'minute sixty': '2027-03-01 10:60',
  'a time that the clocks jump over': '2027-03-28 02:30',
  'a time that the clocks show twice': '2027-10-31 02:30',
  'the year one': '0001-01-01 10:00',
  'a negative year': '-2027-01-01 10:00',
  'a year of six digits': '+275760-09-13T00:00:00Z',
  'a year beyond all': '999999-01-01 10:00',
  yesterday: 'yesterday 9am',
  'a negative while': 'in -5 minutes',
  'a day without a time': 'tomorrow',
  'a day and a month, or a month and a day': '03/04/2027 9am',
  'a zone by its letters': 'tomorrow 9am EST',
  'two times': '9am or 10am',
  'a span of time': 'tomorrow 9:00-10:00',
  'no time at all': 'when it is ready',
  'seconds since 1970': '1900000000',
  'half an offset': '2027-03-01T10:00+',
  'an offset beyond all': '2027-03-01T10:00+99:99',
});

/** Ids of Discord's that are none, and ids of nothing. */
export const ids = values({
  'the id zero': '0',
  'a negative id': '-1',
  'an id larger than any': '99999999999999999999999999',
  'an id of letters': 'abc',
  'an id of nothing': '1170000000000000999',
  'an id with a space': '1170000000000000007 ',
  'an id in another base': 'zzzzzzzzzzzzz',
  'an id with a path': '../1170000000000000007',
  'an id in a mention': '<@&1170000000000000007>',
  'an id of forty letters': 'x'.repeat(40),
  'an id like a property': '__proto__',
  'an id like SQL': "1' OR '1'='1",
});

/** What stands in a field while somebody types. */
export const partials = values({
  'nothing yet': '',
  'one letter': 'w',
  'half a word': 'will th',
  'a word and a space': 'fees ',
  'a quotation mark that was opened': '“we will',
  'a slash': '/',
  'a mention that was begun': '<@',
  'half a surrogate pair': 'fees \ud83d',
  'half a statement’s value': 'statement:',
  'a statement of a version that never was': 'statement:000000000000:0',
  'a statement far behind the last': 'statement:000000000000:zzzzzz',
  'a browsing value that was begun': 'browse:',
});
