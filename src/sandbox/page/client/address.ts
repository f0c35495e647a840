/** Who one is and where, in the address after "#": it survives a reload, and another window can be somebody else. */

export interface Address {
  readonly person: string | null;
  readonly channel: string | null;
}

export function readAddress(): Address {
  const [person = '', channel = ''] = location.hash.slice(1).split('/');
  return { person: person || null, channel: channel || null };
}

export function addressOf(person: string, channel: string | null): string {
  return `#${person}/${channel ?? ''}`;
}

export function writeAddress(person: string | null, channel: string | null): void {
  if (person !== null) history.replaceState(null, '', addressOf(person, channel));
}
