/** Name and description of /privacy and its subcommands. */
export const texts = {
  privacy: {
    name: { en: 'privacy', es: 'privacidad', zh: '隐私' },
    description: {
      en: 'What I keep, and what of yours',
      es: 'Qué guardo, y qué de ti',
      zh: '我保存了什么，以及关于你的内容',
    },
  },
  show: {
    name: { en: 'show', es: 'mostrar', zh: '查看' },
    description: { en: 'See what is kept', es: 'Ve qué se guarda', zh: '查看保存的内容' },
  },
  export: {
    name: { en: 'export', es: 'exportar', zh: '导出' },
    description: {
      en: 'Get everything that is kept with your id',
      es: 'Obtén todo lo que se guarda con tu id',
      zh: '获取与你的 ID 相关的全部内容',
    },
  },
  erase: {
    name: { en: 'erase', es: 'borrar', zh: '删除' },
    description: {
      en: 'Take your id off everything that is kept',
      es: 'Quita tu id de todo lo que se guarda',
      zh: '从所有保存的内容中移除你的 ID',
    },
  },
};
