import type { Announcement } from '../../announcement/announcement.ts';
import type { Desk } from '../../desk/desk.ts';
import { chat } from '../../desk/wording/chat.ts';
import type { Suggestion } from '../../search/search.ts';
import type { Suggested } from '../command.ts';
import type { Browsing } from '../render/selection.ts';
import { choice } from './options.ts';

type Many = Exclude<Suggestion, { readonly kind: 'statement' }>;

/** A choice that stands for everything on a topic, or by a speaker. */
export function browsingChoice(
  { version, topics, people }: Announcement,
  suggestion: Many,
): readonly Suggested[] {
  return suggestion.kind === 'topic'
    ? choice(
        chat.choices.topic(suggestion.topic.name),
        `topic:${version}:${topics.indexOf(suggestion.topic)}`,
      )
    : choice(
        chat.choices.speaker(suggestion.person.name),
        `speaker:${version}:${people.indexOf(suggestion.person)}`,
      );
}

/** What such a choice stands for; null for typed text, "outdated" for one of a version that is gone. */
export function decodeBrowsing(value: string, desk: Desk): Browsing | 'outdated' | null {
  const [, kind, version, digits] = /^(topic|speaker):([0-9a-f]{12}):(\d{1,7})$/.exec(value) ?? [];
  if (version === undefined) return null;
  const announcement = desk.version(version);
  const place = Number(digits);
  const topic = kind === 'topic' ? announcement?.topics[place] : undefined;
  const speaker = kind === 'speaker' ? announcement?.people[place] : undefined;
  if (announcement === null || (topic === undefined && speaker === undefined)) return 'outdated';
  return { announcement, speaker: speaker ?? null, topics: topic === undefined ? [] : [topic] };
}
