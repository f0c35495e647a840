import type { Localized } from '../localization.ts';

interface Text {
  readonly name: Localized;
  readonly description: Localized;
}

export const texts = {
  taught: {
    name: { en: 'taught', es: 'enseñado', zh: '已教' },
    description: {
      en: 'For moderators: answers that were corrected here',
      es: 'Para moderadores: respuestas corregidas aquí',
      zh: '供管理员使用：本服务器纠正过的回答',
    },
  },
  list: {
    name: { en: 'list', es: 'lista', zh: '列表' },
    description: {
      en: 'What was taught, by whom and when',
      es: 'Qué se enseñó, quién y cuándo',
      zh: '查看教过的内容、由谁、何时',
    },
  },
  add: {
    name: { en: 'add', es: 'agregar', zh: '添加' },
    description: {
      en: 'Say what the right answer to a question is',
      es: 'Indica cuál es la respuesta correcta a una pregunta',
      zh: '指定某个问题的正确回答',
    },
  },
  revert: {
    name: { en: 'revert', es: 'revertir', zh: '撤回' },
    description: {
      en: 'Take back what was taught',
      es: 'Revierte lo enseñado',
      zh: '撤回教过的内容',
    },
  },
  export: {
    name: { en: 'export', es: 'exportar', zh: '导出' },
    description: {
      en: 'Get what was taught as a file',
      es: 'Obtén lo enseñado como archivo',
      zh: '将教过的内容导出为文件',
    },
  },
  question: {
    name: { en: 'question', es: 'pregunta', zh: '问题' },
    description: {
      en: 'As people ask it',
      es: 'Tal como la hace la gente',
      zh: '人们提问时的说法',
    },
  },
  answer: {
    name: { en: 'answer', es: 'respuesta', zh: '回答' },
    description: {
      en: 'The right statement, or that it was not said; pick it from the list',
      es: 'La declaración correcta, o que no se dijo; elígela de la lista',
      zh: '正确的语句，或“未说过”；从列表中选择',
    },
  },
  about: {
    name: { en: 'about', es: 'tema', zh: '关于' },
    description: {
      en: 'If it was not said: what it is about, in a word or two',
      es: 'Si no se dijo: de qué trata, en una o dos palabras',
      zh: '如果未说过：用一两个词说明主题',
    },
  },
  lesson: {
    name: { en: 'correction', es: 'corrección', zh: '纠正' },
    description: {
      en: 'Which one; pick it from the list',
      es: 'Cuál; elígela de la lista',
      zh: '选择要撤回的内容',
    },
  },
} satisfies Record<string, Text>;
