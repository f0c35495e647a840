import { describe, expect, it } from 'vitest';
import { renderArticle, renderPassage } from '../../../src/discord/render/article.ts';
import { readBack } from '../../../src/discord/render/read-back.ts';
import { chronicle, harbour } from '../announcements.ts';

const asker = '1170000000000000007';

describe('the article', () => {
  it('has every page within Discord’s limits, proven, and a page beyond the last is the last', () => {
    const last = renderArticle(chronicle, asker, 99);
    const pages = Number(/Page (\d+) of \1\./.exec(last.content)?.[1]);
    expect(pages).toBeGreaterThan(1);
    for (let page = 0; page < pages; page += 1) {
      const reply = renderArticle(chronicle, asker, page);
      expect(readBack(reply)).toBeNull();
      expect(reply.embeds?.[0]?.description?.length).toBeLessThanOrEqual(4_096);
    }
  });

  it('names at most four speakers above a paragraph, and shows that there are more', () => {
    const people = ['Ana', 'Ben', 'Cem', 'Dua', 'Eli'].map((name) => ({
      id: name,
      name,
      role: null,
      aliases: [],
    }));
    const [shape] = harbour.statements;
    if (shape === undefined) throw new Error('no statement');
    const statements = people.map((speaker) => ({ ...shape, kind: 'indirect' as const, speaker }));
    const [embed] = renderArticle({ ...harbour, people, statements }, asker, 0).embeds ?? [];
    expect(embed?.description).toContain('· Dua (reported) · …\n');
    expect(embed?.description).not.toContain('Eli');
  });
});

describe('a passage', () => {
  it('shows the paragraphs beside it, also where there is only one side', () => {
    for (const statement of harbour.statements) {
      const reply = renderPassage(harbour, statement, asker, null);
      expect(readBack(reply)).toBeNull();
      const shown = [...(reply.embeds?.[0]?.description?.matchAll(/\*\*Paragraph (\d)/g) ?? [])].map(
        ([, n]) => Number(n),
      );
      const { paragraph } = statement.place;
      expect(shown).toEqual([paragraph - 1, paragraph, paragraph + 1].filter((n) => n > 0 && n <= 5));
    }
  });
});
