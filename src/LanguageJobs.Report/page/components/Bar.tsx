/** A share as a length; the number stands beside it. */
export function Bar({ share, color = '' }: { share: number; color?: string }) {
  return (
    <svg class={`bar ${color}`} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(0, Math.min(1, share)) * 100} height="1" />
    </svg>
  );
}
