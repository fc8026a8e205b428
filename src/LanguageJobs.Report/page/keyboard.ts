import { searchBoxId } from './components/SearchBox.js';
import { step } from './store/actions.js';
import { update } from './store/store.js';

const keys: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  '/': search,
};

/** The keys that work wherever nothing is being typed. */
export function listen(): void {
  document.addEventListener('keydown', event => {
    const action = keys[event.key];
    if (action === undefined || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    action();
  });
}

// In a narrow window the box may be out of sight, with the list.
function search(): void {
  const box = document.getElementById(searchBoxId)!;
  if (!box.checkVisibility()) update({ view: 'documents' });
  requestAnimationFrame(() => box.focus());
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=range]), select, textarea');
}
