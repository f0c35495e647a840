import { describe, expect, it } from 'vitest';
import { checkOf } from './checks.ts';

const { check } = checkOf('eval/announcements/halyard-cloud-outage');
const first =
  'The fault began with a routine change. At 21:38 an engineer renewed a certificate that the internal name service uses to recognise its own servers. The new certificate carried a start date one day in the future, so every server that restarted refused to trust its neighbours.';
const last =
  'Nineteen hospitals and clinics keep their appointment books with us. All of them switched to printed lists within the hour, as their contracts with us require. Mokoena acknowledged that no patient ought to depend on a single certificate in a single building.';
const invented = 'Marmalade trombones wander over velvet umbrellas while gravel hums. '.repeat(30);

describe('a long quote', () => {
  it('is altered where most of it was invented, and the part that was said is shown', () => {
    const finding = check({ quote: `${invented}${first} ${last} ${invented}`, speaker: null });
    expect(['altered', 'not-found']).toContain(finding.kind);
    const shorter = check({ quote: `${first} ${first} ${last} ${invented.slice(0, 900)}`, speaker: null });
    expect(shorter.kind).toBe('altered');
    if (shorter.kind !== 'altered') return;
    expect(shorter.differences.every(({ said }) => said.length < 4_000)).toBe(true);
  });

  it('is altered where its parts stand in another order', () => {
    const finding = check({ quote: `${last} ${first} ${last} ${first}`, speaker: null });
    expect(finding.kind).toBe('altered');
  });
});
