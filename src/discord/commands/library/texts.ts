import type { Localized } from '../localization.ts';

interface Text {
  readonly name: Localized;
  readonly description: Localized;
}

export const texts = {
  library: {
    name: { en: 'library', es: 'biblioteca', zh: '公告库' },
    description: {
      en: 'For moderators: the announcements people can ask about here',
      es: 'Para moderadores: los anuncios sobre los que se puede preguntar aquí',
      zh: '供管理员使用：本服务器可询问的公告',
    },
  },
  add: {
    name: { en: 'add', es: 'agregar', zh: '添加' },
    description: {
      en: 'Bring a text; you review what is said in it before anything is used',
      es: 'Trae un texto; revisas lo que se dice en él antes de que se use',
      zh: '添加文本；使用之前由你逐条审核',
    },
  },
  file: {
    name: { en: 'file', es: 'archivo', zh: '文件' },
    description: {
      en: 'The text as a .txt, .md or .html file; without one, a form opens',
      es: 'El texto como archivo .txt, .md o .html; sin él se abre un formulario',
      zh: '.txt、.md 或 .html 文本文件；不附文件则打开表单',
    },
  },
  name: {
    name: { en: 'name', es: 'nombre', zh: '名称' },
    description: { en: 'What to call it here', es: 'Cómo llamarlo aquí', zh: '在此处的名称' },
  },
  replaces: {
    name: { en: 'replaces', es: 'reemplaza', zh: '替换' },
    description: {
      en: 'Which announcement it is a new version of',
      es: 'De qué anuncio es una nueva versión',
      zh: '它是哪份公告的新版本',
    },
  },
  review: {
    name: { en: 'review', es: 'revisar', zh: '审核' },
    description: {
      en: 'Go on with a text under review',
      es: 'Continúa con un texto en revisión',
      zh: '继续审核文本',
    },
  },
  text: {
    name: { en: 'text', es: 'texto', zh: '文本' },
    description: {
      en: 'Which text; pick it from the list',
      es: 'Qué texto; elígelo de la lista',
      zh: '选择文本',
    },
  },
  list: {
    name: { en: 'list', es: 'lista', zh: '列表' },
    description: {
      en: 'What can be asked about here, and what is under review',
      es: 'Sobre qué se puede preguntar aquí y qué está en revisión',
      zh: '可询问的公告和正在审核的文本',
    },
  },
  default: {
    name: { en: 'default', es: 'predeterminado', zh: '默认' },
    description: {
      en: 'Choose what questions are about where nobody names another',
      es: 'Elige sobre qué son las preguntas si nadie nombra otro',
      zh: '选择未指定公告时的默认公告',
    },
  },
  rename: {
    name: { en: 'rename', es: 'renombrar', zh: '重命名' },
    description: {
      en: 'Call an announcement something else',
      es: 'Cambia el nombre de un anuncio',
      zh: '更改公告名称',
    },
  },
  remove: {
    name: { en: 'remove', es: 'quitar', zh: '移除' },
    description: {
      en: 'Take an announcement out of use',
      es: 'Retira un anuncio',
      zh: '停用公告',
    },
  },
  export: {
    name: { en: 'export', es: 'exportar', zh: '导出' },
    description: {
      en: 'Get an announcement as files, with what was taught',
      es: 'Obtén un anuncio como archivos, con lo enseñado',
      zh: '将公告导出为文件（含教学内容）',
    },
  },
  which: {
    name: { en: 'announcement', es: 'anuncio', zh: '公告' },
    description: {
      en: 'Which one; pick it from the list',
      es: 'Cuál; elígelo de la lista',
      zh: '选择公告',
    },
  },
} satisfies Record<string, Text>;

export const useAsAnnouncementName: Localized = {
  en: 'Use as announcement',
  es: 'Usar como anuncio',
  zh: '用作公告',
};
