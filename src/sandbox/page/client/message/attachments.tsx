import type { APIAttachment } from 'discord-api-types/v10';
import { Icon } from '../icon.tsx';
import { LocalImage, localPath } from './local-image.tsx';

export function Attachments({ attachments }: { attachments: readonly APIAttachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul class="attachments">
      {attachments.map((each) => (
        <li key={each.id}>
          {each.content_type?.startsWith('image/') ? (
            <LocalImage url={each.url} words={each.description ?? each.filename} />
          ) : (
            <a class="file" href={localPath(each.url) ?? ''} download={each.filename}>
              <Icon name="file" /> {each.filename} <small>{sizeOf(each.size)}</small>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kib = bytes / 1024;
  return kib < 1024 ? `${kib.toFixed(1)} KiB` : `${(kib / 1024).toFixed(1)} MiB`;
}
