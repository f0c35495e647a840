import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Form, SentField } from '../protocol.ts';
import { Field } from './form-field.tsx';
import { Icon } from './icon.tsx';
import { Markdown } from './message/markdown.tsx';
import { form as openForm, submit, view } from './state.ts';
import { readUploads } from './upload.ts';

/** A form of the bot's. The browser's own dialog keeps the focus inside and closes on Escape. */
export function FormDialog({ form }: { form: Form }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const problem = useSignal<string | null>(null);
  const sending = useSignal(false);
  const bot = view.value?.bot.name ?? 'The bot';

  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);

  const close = () => {
    openForm.value = null;
  };
  const send = async (element: HTMLFormElement) => {
    sending.value = true;
    problem.value = await submit(form.id, () => valuesOf(form, new FormData(element)));
    sending.value = false;
  };

  return (
    <dialog ref={dialog} class="form-dialog" aria-labelledby="form-title" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <header>
          <h2 id="form-title">{form.title}</h2>
          <button type="button" class="icon-button" aria-label="Close the form" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div class="fields">
          {form.fields.map((field, index) =>
            field.kind === 'words' ? (
              <Markdown key={`${index}`} text={field.text} />
            ) : (
              <Field key={field.customId} field={field} />
            ),
          )}
        </div>
        <p class="form-problem" role="alert">
          {problem.value}
        </p>
        <footer>
          <small>What you write here goes to {bot}, on this machine.</small>
          <button type="button" class="control" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="control" data-look="primary" disabled={sending.value}>
            Submit
          </button>
        </footer>
      </form>
    </dialog>
  );
}

async function valuesOf(form: Form, data: FormData): Promise<Record<string, SentField>> {
  const values: Record<string, SentField> = {};
  for (const field of form.fields) {
    if (field.kind === 'words') continue;
    const given = data.getAll(field.customId);
    const texts = given.filter((each) => typeof each === 'string');
    const files = given.filter((each) => each instanceof File && each.name !== '') as File[];
    if (field.kind === 'text') values[field.customId] = (texts[0] ?? '').replaceAll('\r\n', '\n');
    else if (field.kind === 'checkbox') values[field.customId] = texts.length > 0;
    else if (field.kind === 'files') values[field.customId] = await readUploads(files);
    else values[field.customId] = texts.filter((each) => each !== '');
  }
  return values;
}
