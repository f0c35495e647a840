import type { Localized } from './localization.ts';

/** Name and description of a command or an option. */
interface Text {
  readonly name: Localized;
  readonly description: Localized;
}

export const texts = {
  ask: {
    name: { en: 'ask', es: 'preguntar', zh: '提问' },
    description: {
      en: 'Ask what was said; the answer is somebody’s exact words',
      es: 'Pregunta qué se dijo; la respuesta son las palabras exactas',
      zh: '询问说过什么；回答是原话',
    },
  },
  check: {
    name: { en: 'check', es: 'comprobar', zh: '核对' },
    description: {
      en: 'Was it really said? Shows what was changed and who said it',
      es: '¿Se dijo de verdad? Muestra qué se cambió y quién lo dijo',
      zh: '真的说过吗？显示改动之处和说话人',
    },
  },
  quote: {
    name: { en: 'quote', es: 'cita', zh: '引文' },
    description: {
      en: 'The words that somebody is said to have said',
      es: 'Las palabras que alguien habría dicho',
      zh: '据称某人说过的话',
    },
  },
  by: {
    name: { en: 'speaker', es: 'orador', zh: '发言人' },
    description: {
      en: 'Who is said to have said it',
      es: 'Quién lo habría dicho',
      zh: '据称是谁说的',
    },
  },
  quotes: {
    name: { en: 'quotes', es: 'citas', zh: '引语' },
    description: {
      en: 'Browse everything that was said',
      es: 'Recorre todo lo que se dijo',
      zh: '浏览所有说过的话',
    },
  },
  source: {
    name: { en: 'source', es: 'fuente', zh: '原文' },
    description: {
      en: 'Read the article, paragraph by paragraph',
      es: 'Lee el artículo, párrafo por párrafo',
      zh: '逐段阅读文章',
    },
  },
  help: {
    name: { en: 'help', es: 'ayuda', zh: '帮助' },
    description: {
      en: 'What you can ask, and how to read the answers',
      es: 'Qué puedes preguntar y cómo leer las respuestas',
      zh: '可以问什么，如何理解回答',
    },
  },
  question: {
    name: { en: 'question', es: 'pregunta', zh: '问题' },
    description: {
      en: 'In your own words, in any language',
      es: 'Con tus propias palabras, en cualquier idioma',
      zh: '用你自己的话，任何语言都可以',
    },
  },
  speaker: {
    name: { en: 'speaker', es: 'orador', zh: '发言人' },
    description: {
      en: 'Only what this person said',
      es: 'Solo lo que dijo esta persona',
      zh: '只看此人说过的话',
    },
  },
  topic: {
    name: { en: 'topic', es: 'tema', zh: '主题' },
    description: {
      en: 'Only what was said on this',
      es: 'Solo lo que se dijo sobre esto',
      zh: '只看关于此主题的话',
    },
  },
  announcement: {
    name: { en: 'announcement', es: 'anuncio', zh: '公告' },
    description: {
      en: 'Which announcement, if not the usual one',
      es: 'Qué anuncio, si no es el habitual',
      zh: '选择公告（默认为常用公告）',
    },
  },
  private: {
    name: { en: 'private', es: 'privado', zh: '私密' },
    description: {
      en: 'Whether only you see the answer',
      es: 'Si solo tú ves la respuesta',
      zh: '是否只有你能看到回答',
    },
  },
} satisfies Record<string, Text>;

export const checkThisName: Localized = {
  en: 'Check this quote',
  es: 'Comprobar esta cita',
  zh: '核对这条引文',
};

export const answerThisName: Localized = { en: 'Answer this', es: 'Responder a esto', zh: '回答这条消息' };
