/** What a typed line asks for. */

export type Intention =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'say'; readonly text: string; readonly replyTo: number | null }
  | { readonly kind: 'command'; readonly text: string }
  /** Of the last message with controls when `message` is null. */
  | {
      readonly kind: 'use';
      readonly message: number | null;
      readonly control: number;
      readonly choice: string;
    }
  | { readonly kind: 'menu'; readonly message: number; readonly command: string }
  | { readonly kind: 'become'; readonly person: string }
  | { readonly kind: 'go'; readonly channel: string }
  | { readonly kind: 'help' };

export interface Known {
  readonly people: readonly string[];
  readonly channels: readonly string[];
  /** How many controls the last message with controls has. */
  readonly controls: number;
}

/** Words that only look like an instruction ("as you said …", "42") are a message. */
export function readLine(line: string, known: Known): Intention {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  if (text === 'help' || text === '?') return { kind: 'help' };
  if (text.startsWith('/')) return { kind: 'command', text: text.slice(1) };

  const [, verb, name = ''] = /^(as|in) (\S+)$/.exec(text) ?? [];
  if (verb === 'as' && known.people.includes(name)) return { kind: 'become', person: name };
  if (verb === 'in' && known.channels.includes(name)) return { kind: 'go', channel: name };

  const [menu, menuMessage, command = ''] = /^!(\d+)(?:\s+(.+))?$/.exec(text) ?? [];
  if (menu) return { kind: 'menu', message: Number(menuMessage), command };
  const [reply, replyTo, words = ''] = /^>(\d+)\s+(.+)$/s.exec(text) ?? [];
  if (reply) return { kind: 'say', text: words, replyTo: Number(replyTo) };
  const [there, at, which, what = ''] = /^#(\d+)\s+(\d+)(?:\s+(.+))?$/.exec(text) ?? [];
  if (there) return { kind: 'use', message: Number(at), control: Number(which), choice: what };
  const [here, number, choice = ''] = /^(\d+)(?:\s+([\d, ]+))?$/.exec(text) ?? [];
  if (here && Number(number) >= 1 && Number(number) <= known.controls) {
    return { kind: 'use', message: null, control: Number(number), choice };
  }
  return { kind: 'say', text, replyTo: null };
}
