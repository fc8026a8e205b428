import type { ComponentChildren } from 'preact';

interface ToggleProperties {
  pressed: boolean;
  color?: string;
  onToggle(): void;
  children: ComponentChildren;
}

/** A button that stays pressed. */
export function Toggle({ pressed, color = '', onToggle, children }: ToggleProperties) {
  return (
    <button type="button" class={`toggle ${color}`} aria-pressed={pressed} onClick={onToggle}>
      {children}
    </button>
  );
}
