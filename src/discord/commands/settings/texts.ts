import type { Localized } from '../localization.ts';

interface Text {
  readonly name: Localized;
  readonly description: Localized;
}

export const texts = {
  settings: {
    name: { en: 'settings', es: 'ajustes', zh: '设置' },
    description: {
      en: 'For moderators: how I behave in this server',
      es: 'Para moderadores: cómo me comporto en este servidor',
      zh: '供管理员使用：我在本服务器中的行为',
    },
  },
  show: {
    name: { en: 'show', es: 'mostrar', zh: '查看' },
    description: { en: 'See what is set', es: 'Ve lo que está configurado', zh: '查看当前设置' },
  },
  answers: {
    name: { en: 'answers', es: 'respuestas', zh: '回答' },
    description: {
      en: 'Who sees answers, in a channel or everywhere',
      es: 'Quién ve las respuestas, en un canal o en todos',
      zh: '谁能看到回答（单个频道或全部频道）',
    },
  },
  who: {
    name: { en: 'seen-by', es: 'visible-para', zh: '可见范围' },
    description: {
      en: 'Everybody in the channel, or the asker alone',
      es: 'Todos en el canal, o solo quien pregunta',
      zh: '频道中的所有人，或仅提问者',
    },
  },
  channel: {
    name: { en: 'channel', es: 'canal', zh: '频道' },
    description: {
      en: 'In which channel; without one, wherever nothing else is set',
      es: 'En qué canal; sin él, donde no se haya elegido otra cosa',
      zh: '哪个频道；不填则用于未单独设置的频道',
    },
  },
  role: {
    name: { en: 'moderator-role', es: 'rol-moderador', zh: '管理员角色' },
    description: {
      en: 'Who are moderators beside people who may manage messages',
      es: 'Quiénes moderan, además de quienes pueden gestionar mensajes',
      zh: '除可管理消息的成员外，谁是管理员',
    },
  },
  which: {
    name: { en: 'role', es: 'rol', zh: '角色' },
    description: { en: 'Without one, nobody else', es: 'Sin él, nadie más', zh: '不填则没有其他人' },
  },
  approval: {
    name: { en: 'approval', es: 'aprobación', zh: '批准' },
    description: {
      en: 'Whether a bulletin needs a second moderator',
      es: 'Si un comunicado necesita a otra persona que modere',
      zh: '通知是否需要另一位管理员批准',
    },
  },
  required: {
    name: { en: 'required', es: 'obligatoria', zh: '必须' },
    description: {
      en: 'Yes: somebody else has to approve',
      es: 'Sí: otra persona tiene que aprobar',
      zh: '是：必须由他人批准',
    },
  },
  zone: {
    name: { en: 'time-zone', es: 'zona-horaria', zh: '时区' },
    description: {
      en: 'In which zone times are typed and told',
      es: 'En qué zona se escriben y se dicen las horas',
      zh: '输入和显示时间所用的时区',
    },
  },
  name: {
    name: { en: 'zone', es: 'zona', zh: '名称' },
    description: {
      en: 'Such as Europe/Vienna; pick it from the list',
      es: 'Como Europe/Madrid; elígela de la lista',
      zh: '例如 Asia/Shanghai；从列表中选择',
    },
  },
} satisfies Record<string, Text>;

export const seenByNames: Readonly<Record<'public' | 'private', Localized>> = {
  public: { en: 'Everybody in the channel', es: 'Todos en el canal', zh: '频道中的所有人' },
  private: { en: 'The asker alone', es: 'Solo quien pregunta', zh: '仅提问者' },
};
