import type { APIMessageTopLevelComponent, APISectionAccessoryComponent } from 'discord-api-types/v10';
import { ComponentType as Kind } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { ButtonControl } from './button.tsx';
import { LocalImage } from './local-image.tsx';
import { Markdown } from './markdown.tsx';
import { SelectControl } from './select.tsx';

type Each<T> = T extends { components: readonly (infer Inner)[] } ? T | Each<Inner> : T;
type Component = Each<APIMessageTopLevelComponent> | APISectionAccessoryComponent;

export function Components({
  messageId,
  components,
}: {
  messageId: string;
  components: readonly APIMessageTopLevelComponent[];
}) {
  return <>{components.map((each, index) => show(each, messageId, `${index}`))}</>;
}

function show(component: Component, messageId: string, key: string): ComponentChildren {
  const inside = (all: readonly Component[]) => all.map((each, index) => show(each, messageId, `${index}`));
  switch (component.type) {
    case Kind.ActionRow:
      return (
        <div key={key} class="row">
          {inside(component.components)}
        </div>
      );
    case Kind.Button:
      return <ButtonControl key={key} messageId={messageId} button={component} />;
    case Kind.StringSelect:
    case Kind.UserSelect:
    case Kind.RoleSelect:
    case Kind.MentionableSelect:
    case Kind.ChannelSelect:
      return <SelectControl key={key} messageId={messageId} select={component} />;
    case Kind.TextDisplay:
      return <Markdown key={key} text={component.content} />;
    case Kind.Section:
      return (
        <div key={key} class="section">
          <div>{inside(component.components)}</div>
          {show(component.accessory, messageId, 'accessory')}
        </div>
      );
    case Kind.Container: {
      const color = component.accent_color;
      const stripe =
        color === undefined || color === null
          ? {}
          : { borderInlineStartColor: `#${color.toString(16).padStart(6, '0')}` };
      return (
        <div key={key} class="embed" style={stripe}>
          {inside(component.components)}
        </div>
      );
    }
    case Kind.Separator:
      return component.divider === false ? null : <hr key={key} />;
    case Kind.Thumbnail:
      return <LocalImage key={key} url={component.media.url} words={component.description ?? 'Picture'} />;
    case Kind.MediaGallery:
      return component.items.map(({ media, description }, index) => (
        <LocalImage key={`${key}.${index}`} url={media.url} words={description ?? 'Picture'} />
      ));
    case Kind.File:
      return <LocalImage key={key} url={component.file.url} words="File" />;
    default:
      return null;
  }
}
