import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SeenChannel } from '../../protocol.ts';
import { Icon } from '../icon.tsx';
import { answering } from '../state.ts';
import { CommandComposer } from './command-composer.tsx';
import { commandDraft } from './draft.ts';
import { TextComposer } from './text-composer.tsx';

export function Composer({ channel }: { channel: SeenChannel }) {
  const files = useSignal<readonly File[]>([]);
  const draft = commandDraft.value;
  // Another channel, or somebody else, may have other commands.
  useEffect(
    () => () => {
      commandDraft.value = null;
    },
    [],
  );
  return (
    <div class="composer">
      {answering.value && (
        <p class="answering">
          Answering <strong>{answering.value.author.global_name ?? answering.value.author.username}</strong>
          <button
            type="button"
            class="icon-button"
            aria-label="Do not answer"
            onClick={() => {
              answering.value = null;
            }}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
      {draft ? (
        <CommandComposer key={draft.command.name} draft={draft} />
      ) : (
        <TextComposer channel={channel} files={files} />
      )}
    </div>
  );
}
