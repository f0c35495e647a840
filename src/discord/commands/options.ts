import {
  type AutocompleteInteraction,
  SlashCommandBooleanOption,
  SlashCommandStringOption,
} from 'discord.js';
import type { Announcement } from '../../announcement/announcement.ts';
import type { Desk } from '../../desk/desk.ts';
import { chat } from '../../desk/wording/chat.ts';
import { fold } from '../../search/text/fold.ts';
import type { Call, Suggested } from '../command.ts';
import { escapeTyped, shorten } from '../render/escape.ts';
import { plainReply } from '../reply.ts';
import { described } from './localization.ts';
import { texts } from './texts.ts';

/** Discord's limits on choices. */
export const mostChoices = 25;
const longestChoice = 100;

/** A text option whose choices are suggested while one types; other text is accepted too. */
export function suggestedOption(
  text: 'question' | 'speaker' | 'by' | 'topic' | 'announcement',
): SlashCommandStringOption {
  const { name, description } = texts[text];
  return described(new SlashCommandStringOption(), name, description).setAutocomplete(true);
}

export function privateOption(): SlashCommandBooleanOption {
  return described(new SlashCommandBooleanOption(), texts.private.name, texts.private.description);
}

/** A choice within Discord's limits: a cut name is marked, a value too long to be a choice makes none. */
export function choice(name: string, value: string): readonly Suggested[] {
  const shown = shorten(name.replace(/\s+/g, ' ').trim(), longestChoice);
  return shown === '' || value === '' || value.length > longestChoice ? [] : [{ name: shown, value }];
}

/** At most 25 choices of different names, in order. */
export function choices(all: readonly Suggested[]): readonly Suggested[] {
  return [...new Map(all.toReversed().map((one) => [one.name, one])).values()]
    .toReversed()
    .slice(0, mostChoices);
}

/** Choices for the options that several commands have; empty for others. */
export function suggestCommon(interaction: AutocompleteInteraction, desk: Desk): readonly Suggested[] {
  const { name, value } = interaction.options.getFocused(true);
  const { slug } = typedAnnouncement(interaction, desk);
  switch (name) {
    case 'speaker':
      return choices(
        desk.speakers(value, mostChoices, slug).flatMap((person) => choice(person.name, person.name)),
      );
    case 'announcement':
    case 'replaces':
      return choices(
        desk.announcements
          .filter(({ name, slug }) => fold(`${name} ${slug}`).includes(fold(value.trim())))
          .flatMap(({ name, slug }) => choice(name, slug)),
      );
    default:
      return [];
  }
}

/** The slug in the option "announcement" where it names one, for looking things up while somebody types. */
export function typedAnnouncement(
  interaction: AutocompleteInteraction,
  desk: Desk,
): { readonly slug?: string } {
  const typed = interaction.options.getString('announcement');
  const named = typed === null ? null : announcementNamed(typed, desk);
  return named === null ? {} : { slug: named.slug };
}

/** The announcement of that slug, or of that name. */
export function announcementNamed(typed: string, desk: Desk): Announcement | null {
  const wanted = fold(typed.trim());
  return desk.announcement(typed) ?? desk.announcements.find(({ name }) => fold(name) === wanted) ?? null;
}

/** The announcement that was asked for, the default where none was; null, and the person told, where there is none such. */
export async function chosenAnnouncement(
  typed: string | null,
  { desk, say }: Call,
): Promise<Announcement | null> {
  const chosen = typed === null ? desk.announcement() : announcementNamed(typed, desk);
  if (chosen !== null) return chosen;
  const labels = listNames(desk.announcements.map(({ name }) => name));
  await say.reply(plainReply(chat.noSuchAnnouncement(escapeTyped(typed ?? '', 100)) + labels), {
    alone: true,
  });
  return null;
}

/** Names in one line, escaped, as many as fit a message beside a sentence. */
export function listNames(names: readonly string[]): string {
  return escapeTyped(names.join('; '), 600);
}
