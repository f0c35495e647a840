import type { LocalizationMap } from 'discord-api-types/v10';

/** One text in the languages that commands are offered in. English is also what every other locale sees. */
export interface Localized {
  readonly en: string;
  readonly es: string;
  readonly zh: string;
}

/** Discord's table for a text; each locale is named, since only some fall back on one another. */
export function localizations({ en, es, zh }: Localized): LocalizationMap {
  return { 'en-US': en, 'en-GB': en, 'es-ES': es, 'es-419': es, 'zh-CN': zh };
}

interface Localizable<Self> {
  setName(name: string): Self;
  setNameLocalizations(names: LocalizationMap): Self;
}

interface Describable {
  setDescription(description: string): unknown;
  setDescriptionLocalizations(descriptions: LocalizationMap): unknown;
}

/** Gives a command or an option its name, in all languages. */
export function named<Builder extends Localizable<unknown>>(builder: Builder, name: Localized): Builder {
  builder.setName(name.en);
  builder.setNameLocalizations(localizations(name));
  return builder;
}

/** Gives a slash command or an option its name and description, in all languages. */
export function described<Builder extends Localizable<unknown> & Describable>(
  builder: Builder,
  name: Localized,
  description: Localized,
): Builder {
  named(builder, name);
  builder.setDescription(description.en);
  builder.setDescriptionLocalizations(localizations(description));
  return builder;
}
