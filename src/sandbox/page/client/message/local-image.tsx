/** A picture the sandbox keeps is shown; one from elsewhere is a link, for the page loads nothing from outside. */
export function LocalImage({ url, words }: { url: string; words: string }) {
  const path = localPath(url);
  if (path !== null) return <img class="picture" src={path} alt={words} />;
  if (!/^https?:\/\//i.test(url)) return <span>{words}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {words}: {url}
    </a>
  );
}

/** The path of a file of the sandbox, or null for anything else. */
export function localPath(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, port, pathname } = new URL(url);
  return ['127.0.0.1', 'localhost'].includes(hostname) &&
    port === location.port &&
    pathname.startsWith('/cdn/')
    ? pathname
    : null;
}
