import type { Localized } from '../localization.ts';

interface Text {
  readonly name: Localized;
  readonly description: Localized;
}

/** Names and descriptions of /announce, its subcommands and options. */
export const texts = {
  announce: {
    name: { en: 'announce', es: 'anunciar', zh: '发布公告' },
    description: {
      en: 'Official words: drafted, approved by a second moderator, posted once',
      es: 'Palabras oficiales: borrador, aprobación de otra persona, una sola publicación',
      zh: '正式通知：起草、由另一位管理员批准、只发布一次',
    },
  },
  new: {
    name: { en: 'new', es: 'nuevo', zh: '新建' },
    description: { en: 'Write a bulletin', es: 'Escribe un comunicado', zh: '撰写通知' },
  },
  list: {
    name: { en: 'list', es: 'lista', zh: '列表' },
    description: {
      en: 'What is drafted, waiting, scheduled, held or posted',
      es: 'Lo que está en borrador, en espera, programado, retenido o publicado',
      zh: '查看草稿、待批准、已排期、暂缓和已发布的通知',
    },
  },
  show: {
    name: { en: 'show', es: 'mostrar', zh: '查看' },
    description: {
      en: 'See a bulletin as it will be posted',
      es: 'Ve un comunicado tal como se publicará',
      zh: '查看通知发布时的样子',
    },
  },
  edit: {
    name: { en: 'edit', es: 'editar', zh: '编辑' },
    description: {
      en: 'Change a bulletin; one that is posted gets a correction',
      es: 'Cambia un comunicado; si ya está publicado, se corrige',
      zh: '修改通知；已发布的会被更正',
    },
  },
  approve: {
    name: { en: 'approve', es: 'aprobar', zh: '批准' },
    description: {
      en: 'Look at a bulletin that waits for approval, and approve it',
      es: 'Revisa y aprueba un comunicado en espera',
      zh: '查看并批准等待中的通知',
    },
  },
  cancel: {
    name: { en: 'cancel', es: 'cancelar', zh: '取消' },
    description: {
      en: 'Discard a bulletin that is not posted yet',
      es: 'Descarta un comunicado que aún no se ha publicado',
      zh: '放弃尚未发布的通知',
    },
  },
  retract: {
    name: { en: 'retract', es: 'retirar', zh: '撤回' },
    description: {
      en: 'Replace a posted bulletin by a notice',
      es: 'Sustituye un comunicado publicado por un aviso',
      zh: '用说明替换已发布的通知',
    },
  },
  log: {
    name: { en: 'log', es: 'historial', zh: '记录' },
    description: {
      en: 'Who did what to a bulletin, and when',
      es: 'Quién hizo qué con un comunicado y cuándo',
      zh: '谁在何时对通知做了什么',
    },
  },
  channel: {
    name: { en: 'channel', es: 'canal', zh: '频道' },
    description: { en: 'Where it is posted', es: 'Dónde se publica', zh: '发布到哪个频道' },
  },
  when: {
    name: { en: 'when', es: 'cuándo', zh: '时间' },
    description: {
      en: 'now, tomorrow 9am, in 2 hours, 2026-11-25 09:00; at once if left out',
      es: 'now, tomorrow 9am, in 2 hours, 2026-11-25 09:00; si falta, de inmediato',
      zh: 'now、tomorrow 9am、in 2 hours、2026-11-25 09:00；不填则立即',
    },
  },
  quote: {
    name: { en: 'quote', es: 'cita', zh: '引语' },
    description: {
      en: 'Somebody’s exact words to begin with; more can be added',
      es: 'Palabras exactas de alguien; se pueden añadir más',
      zh: '先引用某人的原话；之后可再添加',
    },
  },
  bulletin: {
    name: { en: 'bulletin', es: 'comunicado', zh: '通知' },
    description: { en: 'Which one', es: 'Cuál', zh: '哪一份' },
  },
  reason: {
    name: { en: 'reason', es: 'motivo', zh: '原因' },
    description: {
      en: 'Why; it stands in the notice',
      es: 'Por qué; aparece en el aviso',
      zh: '原因，会显示在说明中',
    },
  },
} satisfies Record<string, Text>;
