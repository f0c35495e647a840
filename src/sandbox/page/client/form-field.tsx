import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Form } from '../protocol.ts';

type AnyField = Form['fields'][number];
type Input = Exclude<AnyField, { kind: 'words' }>;
type Choosing = Extract<Input, { options: unknown }>;

const shortList = 10;

export function Field({ field }: { field: Input }) {
  const id = useId();
  const { customId: name, label, description, required } = field;
  const words = (
    <>
      {label}
      {required && (
        <span class="required" title="Needed">
          {' '}
          *
        </span>
      )}
    </>
  );
  const about = description === null ? {} : { 'aria-describedby': `${id}-about` };
  const explained = description !== null && (
    <small id={`${id}-about`} class="about">
      {description}
    </small>
  );
  const single = (control: ComponentChildren) => (
    <div class="field">
      <label for={id}>{words}</label>
      {explained}
      {control}
    </div>
  );

  switch (field.kind) {
    case 'text': {
      const { minLength, maxLength, placeholder, value } = field;
      const shared = { id, name, required, minLength, maxLength, defaultValue: value, ...about };
      const hint = placeholder === null ? {} : { placeholder };
      return single(
        field.paragraph ? (
          <textarea rows={5} {...shared} {...hint} />
        ) : (
          <input type="text" {...shared} {...hint} />
        ),
      );
    }
    case 'checkbox':
      return (
        <div class="field">
          <label class="tick">
            <input type="checkbox" name={name} defaultChecked={field.ticked} {...about} /> {words}
          </label>
          {explained}
        </div>
      );
    case 'files':
      return single(
        <input
          id={id}
          type="file"
          name={name}
          required={required}
          multiple={field.maxValues > 1}
          {...about}
        />,
      );
    case 'radio':
    case 'checkboxes':
      return <Group field={field} words={words} explained={explained} about={about} />;
    default:
      if (field.maxValues > 1 && field.options.length <= shortList)
        return <Group field={field} words={words} explained={explained} about={about} />;
      return single(
        <select id={id} name={name} required={required} multiple={field.maxValues > 1} {...about}>
          {field.maxValues === 1 && <option value="">{field.placeholder ?? 'Choose'}</option>}
          {field.options.map((option) => (
            <option key={option.value} value={option.value} selected={option.chosen}>
              {[option.label, option.description].filter(Boolean).join(': ')}
            </option>
          ))}
        </select>,
      );
  }
}

function Group(props: {
  field: Choosing;
  words: ComponentChildren;
  explained: ComponentChildren;
  about: Record<string, string>;
}) {
  const { field, words, explained, about } = props;
  const type = field.kind === 'radio' ? 'radio' : 'checkbox';
  return (
    <fieldset class="field" {...about}>
      <legend>{words}</legend>
      {explained}
      {field.options.map((option) => (
        <label key={option.value} class="tick">
          <input
            type={type}
            name={field.customId}
            value={option.value}
            defaultChecked={option.chosen}
            required={type === 'radio' && field.required}
          />{' '}
          {option.label}
          {option.description !== null && <small> {option.description}</small>}
        </label>
      ))}
    </fieldset>
  );
}
