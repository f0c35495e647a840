import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { Composer } from './composer/composer.tsx';
import { Conversation } from './conversation.tsx';
import { FormDialog } from './form-dialog.tsx';
import { Header } from './header.tsx';
import { Notice } from './notice.tsx';
import { Sidebar } from './sidebar.tsx';
import { channel, connected, form, view } from './state.ts';

export function App() {
  const drawer = useSignal(false);
  const close = () => {
    drawer.value = false;
  };
  useLayoutEffect(() => {
    if (!drawer.value) return;
    const closeByKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') drawer.value = false;
    };
    document.addEventListener('keydown', closeByKey);
    return () => document.removeEventListener('keydown', closeByKey);
  }, [drawer.value]);
  if (!view.value || !channel.value) {
    return <main class="waiting">{connected.value ? 'Opening …' : 'Waiting for the sandbox …'}</main>;
  }
  return (
    <div class="page">
      <Sidebar view={view.value} open={drawer.value} close={close} />
      {drawer.value && <button type="button" class="veil" aria-label="Close the list" onClick={close} />}
      <main class="main">
        <Header
          channel={channel.value}
          openDrawer={() => {
            drawer.value = true;
          }}
        />
        <Conversation />
        <Notice />
        <Composer key={`${view.value.me.key}:${channel.value.id}`} channel={channel.value} />
      </main>
      {form.value && <FormDialog key={form.value.id} form={form.value} />}
      {!connected.value && (
        <p class="offline" role="status">
          The sandbox has stopped. Start it again and this page goes on by itself.
        </p>
      )}
    </div>
  );
}
